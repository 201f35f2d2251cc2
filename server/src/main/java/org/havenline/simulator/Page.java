package org.havenline.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// The page with the phones: a few files, read once.
final class Page {
  private static final Map<String, String> FILES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "simulator.css", "text/css; charset=utf-8",
          "phone.css", "text/css; charset=utf-8",
          "simulator.js", "text/javascript; charset=utf-8",
          "phone.js", "text/javascript; charset=utf-8",
          "api.js", "text/javascript; charset=utf-8",
          "openings.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'";

  private Page() {}

  static void mount(Router router) {
    router
        .get("/")
        .handler(rc -> {
          // without the slash, the page would look for its files beside the mount point
          if (rc.normalizedPath().endsWith("/")) {
            send(rc, "index.html", read("index.html"));
          } else {
            rc.redirect(rc.normalizedPath() + "/");
          }
        });
    FILES.keySet().forEach(name -> mount(router, name, read(name)));
  }

  private static void mount(Router router, String name, Buffer content) {
    router.get("/" + name).handler(rc -> send(rc, name, content));
  }

  private static void send(RoutingContext rc, String name, Buffer content) {
    rc.response()
        .putHeader("Content-Type", FILES.get(name))
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "no-cache")
        .end(content);
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
