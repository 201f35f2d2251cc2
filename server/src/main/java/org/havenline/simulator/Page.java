package org.havenline.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// The page with the phones: a few files, read once.
final class Page {
  private static final String INDEX = "index.html";

  private static final List<String> FILES =
      List.of(
          "simulator.css",
          "phone.css",
          "simulator.js",
          "phone.js",
          "call.js",
          "call.css",
          "api.js",
          "openings.js",
          "icon.svg");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'";

  private Page() {}

  static void mount(Router router) {
    router.get().handler(Page::addSlash);
    mount(router, "", INDEX);
    FILES.forEach(name -> mount(router, name, name));
  }

  /// Without the slash, the page would look for its files beside the mount point.
  private static void addSlash(RoutingContext rc) {
    if ((rc.normalizedPath() + "/").equals(rc.mountPoint())) {
      rc.redirect(rc.mountPoint());
    } else {
      rc.next();
    }
  }

  private static void mount(Router router, String path, String name) {
    var content = read(name);
    router.get("/" + path).handler(rc -> send(rc, name, content));
  }

  private static void send(RoutingContext rc, String name, Buffer content) {
    rc.response()
        .putHeader("Content-Type", type(name))
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "no-cache")
        .end(content);
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".html" -> "text/html; charset=utf-8";
      case ".css" -> "text/css; charset=utf-8";
      case ".js" -> "text/javascript; charset=utf-8";
      case ".svg" -> "image/svg+xml";
      default -> throw new IllegalStateException("No media type for " + name);
    };
  }

  private static Buffer read(String name) {
    try (var file = Page.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("Not packed: " + name);
      }
      return Buffer.buffer(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
