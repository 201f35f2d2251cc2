package org.havenline.headers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.havenline.console.page.DeskPage;
import org.havenline.headers.HeaderRules.Kind;
import org.havenline.http.porch.OpenPorch;
import org.havenline.http.porch.RawHttp;
import org.junit.jupiter.api.Test;

/// The desk opens what a softphone needs where there is one, and nothing of it elsewhere.
class SoftphoneHeadersIT {
  private static final List<String> FILES =
      List.of("/desk", "/desk/app.js", "/desk/softphone/softphone.js");

  private static RawHttp.Answer answer(Optional<byte[]> library, String path) {
    var page = new DeskPage(library);
    try (var open =
        new OpenPorch(
            1,
            (router, routes) -> {
              router.get("/desk").handler(routes.bounded(page));
              router.get("/desk/*").handler(routes.bounded(page));
            })) {
      return open.http.get(path);
    }
  }

  private static Optional<byte[]> library() {
    return Optional.of("globalThis.Twilio = {};".getBytes(UTF_8));
  }

  @Test
  void aDeskWithoutOneIsAsClosedAsBefore() {
    for (var path : FILES) {
      var answer = answer(Optional.empty(), path);
      assertThat(HeaderRules.faults(Kind.CONSOLE, answer)).as(path).isEmpty();
      assertThat(answer.headers().toString()).doesNotContain("twilio", "(self)");
    }
    assertThat(answer(Optional.empty(), "/desk/softphone/twilio.js").status()).isEqualTo(404);
  }

  @Test
  void aDeskWithOneOpensOneAddressTheMicrophoneAndTheSound() {
    for (var path : FILES) {
      var answer = answer(library(), path);
      assertThat(HeaderRules.faults(Kind.RINGING_CONSOLE, answer)).as(path).isEmpty();
      assertThat(HeaderRules.faults(Kind.CONSOLE, answer)).as(path).isNotEmpty();
    }
    var file = answer(library(), "/desk/softphone/twilio.js");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.headers()).containsEntry("content-type", "text/javascript; charset=utf-8");
    assertThat(answer(library(), "/desk/softphone/silence.wav").status()).isEqualTo(200);
  }
}
