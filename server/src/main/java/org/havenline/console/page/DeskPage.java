package org.havenline.console.page;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.havenline.http.Endpoint;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.http.porch.SecurityHeaders;

/// Serves `/desk` and the files below it: those the page names and no other.
///
/// The policy allows no inline script but the import map (by its hash), no inline style, no foreign
/// address, and no text turned into markup except by Lit's own templates (Trusted Types). With a
/// softphone it allows besides the one address by which Twilio rings it, and the microphone; none
/// of the others that Twilio's library asks for: we have sounds of our own, and its reports of how
/// calls went stay here.
public final class DeskPage implements Endpoint {
  /// Signalling of the library when no other edge is asked for; voices go by WebRTC.
  static final String TWILIO = "wss://voice-js.roaming.twilio.com";

  static final String VOICE_LIBRARY = "org/havenline/console/softphone/twilio.min.js";
  private static final String SOFTPHONE = ImportMap.ROOT + "softphone/";

  private static final String RESOURCES = "org/havenline/console/desk/";
  private static final Pattern STYLE_SHEET =
      Pattern.compile("rel=\"stylesheet\" href=\"([^\"]+)\"");
  private static final List<Library> LIBRARIES =
      List.of(
          new Library("lit", "lit"),
          new Library("lit-html", "lit-html"),
          new Library("lit-element", "lit-element"),
          new Library("reactive-element", "lit__reactive-element"));
  private static final ImportMap IMPORTS =
      new ImportMap(
          Map.of(
              "lit", ImportMap.LIBRARIES + "lit/index.js",
              "lit/", ImportMap.LIBRARIES + "lit/",
              "lit-html", ImportMap.LIBRARIES + "lit-html/lit-html.js",
              "lit-html/", ImportMap.LIBRARIES + "lit-html/",
              "lit-element/", ImportMap.LIBRARIES + "lit-element/",
              "@lit/reactive-element",
                  ImportMap.LIBRARIES + "reactive-element/reactive-element.js"));

  private final Map<String, Asset> assets = new HashMap<>();
  private final Map<String, String> headers;

  /// What the build profile `softphone` adds: Twilio's Voice SDK.
  public static Optional<byte[]> voiceLibrary() {
    return Library.found(VOICE_LIBRARY);
  }

  /// @param voiceLibrary empty for a page without softphone
  public DeskPage(Optional<byte[]> voiceLibrary) {
    var modules = ModuleGraph.from(ImportMap.ROOT + "app.js", IMPORTS, DeskPage::read);
    var preload =
        modules.keySet().stream()
            .map("<link rel=\"modulepreload\" href=\"%s\" />"::formatted)
            .collect(joining("\n    "));
    var map = IMPORTS.json();
    var index =
        new String(read(ImportMap.ROOT + "index.html"), StandardCharsets.UTF_8)
            .replace("{{importmap}}", map)
            .replace("{{preload}}", preload);
    assets.putAll(modules);
    assets.put("/desk", Asset.of("index.html", index.getBytes(StandardCharsets.UTF_8)));
    STYLE_SHEET
        .matcher(index)
        .results()
        .map(match -> match.group(1))
        .forEach(sheet -> assets.put(sheet, Asset.of(sheet, read(sheet))));
    voiceLibrary.ifPresent(library -> {
      var silence = SOFTPHONE + "silence.wav";
      assets.put(silence, Asset.of(silence, read(silence)));
      assets.put(SOFTPHONE + "twilio.js", Asset.of("twilio.js", library));
    });
    headers = headers(map, voiceLibrary.isPresent());
  }

  @Override
  public Response answer(Request request) {
    var asset = assets.get(request.path());
    if (asset == null) {
      return Response.of(404, "text/plain; charset=utf-8", "Not found\n");
    }
    var response = asset.answer(request);
    for (var header : headers.entrySet()) {
      response = response.with(header.getKey(), header.getValue());
    }
    return response;
  }

  private static Map<String, String> headers(String importMap, boolean softphone) {
    var hash =
        Base64.getEncoder()
            .encodeToString(Digest.sha256(importMap.getBytes(StandardCharsets.UTF_8)));
    var policy =
        "default-src 'none'; script-src 'self' 'sha256-%s'; style-src 'self'; img-src data:; media-src 'self'; connect-src 'self'%s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html"
            .formatted(hash, softphone ? " " + TWILIO : "");
    return softphone
        ? Map.of(
            "content-security-policy",
            policy,
            "permissions-policy",
            SecurityHeaders.permissions(Set.of("microphone", "autoplay")))
        : Map.of("content-security-policy", policy);
  }

  private static byte[] read(String address) {
    for (var library : LIBRARIES) {
      var folder = ImportMap.LIBRARIES + library.path() + "/";
      if (address.startsWith(folder)) {
        return library.read(address.substring(folder.length()));
      }
    }
    return Library.bytes(RESOURCES + address.substring(ImportMap.ROOT.length()));
  }
}
