package org.havenline.console.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.havenline.http.Request;
import org.havenline.http.Response;

/// One file of the page, compressed once.
///
/// @param etag strong, of the uncompressed content
record Asset(String contentType, byte[] plain, byte[] compressed, String etag) {

  static Asset of(String path, byte[] content) {
    var etag = '"' + HexFormat.of().formatHex(Digest.sha256(content), 0, 12) + '"';
    return new Asset(contentType(path), content, gzip(content), etag);
  }

  String text() {
    return new String(plain, StandardCharsets.UTF_8);
  }

  /// 304 when the browser has it. `no-cache` means "ask each time": after an update every module is
  /// of the same version.
  Response answer(Request request) {
    var headers = Map.of("etag", etag, "cache-control", "no-cache", "vary", "accept-encoding");
    if (request.header("if-none-match").filter(etag::equals).isPresent()) {
      return new Response(304, headers, new byte[0]);
    }
    var gzip = request.header("accept-encoding").filter(it -> it.contains("gzip")).isPresent();
    var response = new Response(200, headers, gzip ? compressed : plain);
    response = response.with("content-type", contentType);
    return gzip ? response.with("content-encoding", "gzip") : response;
  }

  private static byte[] gzip(byte[] content) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static String contentType(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "html" -> "text/html; charset=utf-8";
      case "wav" -> "audio/wav";
      default -> throw new IllegalArgumentException("No content type for " + path);
    };
  }
}
