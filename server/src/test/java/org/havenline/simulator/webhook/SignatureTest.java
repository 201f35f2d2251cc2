package org.havenline.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.havenline.simulator.web.Form;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class SignatureTest {
  private static final Path VECTORS = Path.of("shared/data/twilio/signature-vectors.json");

  @TestFactory
  Stream<DynamicTest> signsAsTwilioDoes() throws IOException {
    var file = vectors();
    Assumptions.assumeTrue(file.isPresent(), "beside the project there is no " + VECTORS);
    return new JsonArray(Files.readString(file.orElseThrow()))
        .stream()
            .map(JsonObject.class::cast)
            .map(vector -> DynamicTest.dynamicTest(vector.getString("id"), () -> check(vector)));
  }

  @Test
  void ordersByNameAndNotByNameAndValue() {
    var form =
        Form.EMPTY
            .and("Digits", "1234")
            .and("CallSid", "CA1234567890ABCDE")
            .and("To", "+18005551212")
            .and("Caller", "+14158675309")
            .and("From", "+14158675309")
            .and("ReasonConferenceEnded", "test")
            .and("Reason", "Participant");

    assertThat(new Signature("12345").of("https://mycompany.com/myapp.php?foo=1&bar=2", form))
        .isEqualTo("vOEb5UThFn24KEfnOFLQY2AE5FY=")
        .isNotEqualTo("95+Bu0JVPi0r/SsESZCVf0dWAjw=");
  }

  private static void check(JsonObject vector) {
    var form = Form.EMPTY;
    for (var field : vector.getJsonObject("params")) {
      if (field.getValue() instanceof JsonArray several) {
        for (var one : several) {
          form = form.and(field.getKey(), one.toString());
        }
      } else {
        form = form.and(field.getKey(), field.getValue().toString());
      }
    }
    var signature = new Signature(vector.getString("token"));

    assertThat(signature.of(vector.getString("signed_url"), form))
        .isEqualTo(vector.getString("signature"));
  }

  private static Optional<Path> vectors() {
    return Stream.iterate(Path.of("").toAbsolutePath(), dir -> dir != null, Path::getParent)
        .map(dir -> dir.resolve(VECTORS))
        .filter(Files::exists)
        .findFirst();
  }
}
