package org.havenline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The vectors that Twilio published in the tests of its SDKs.
class SignatureVectorsTest {
  record Vector(String id, String token, String url, byte[] body, String signature) {
    @Override
    public String toString() {
      return id;
    }

    boolean accepted(String givenToken, String givenSignature) {
      int target = url.indexOf('/', url.indexOf("://") + 3);
      var checker =
          new TwilioSignature(new PublicUrl(url.substring(0, target)), () -> List.of(givenToken));
      return checker
          .open(Signing.request(url.substring(target), body, List.of(givenSignature)))
          .isPresent();
    }
  }

  static Stream<Vector> vectors() throws IOException {
    var file = SharedData.file("twilio/signature-vectors.json").toFile();
    var vectors = new ArrayList<Vector>();
    for (var node : new ObjectMapper().readTree(file)) {
      vectors.add(
          new Vector(
              node.get("id").asText(),
              node.get("token").asText(),
              node.get("url").asText(),
              body(node),
              node.get("signature").asText()));
    }
    return vectors.stream();
  }

  private static byte[] body(JsonNode node) {
    if (!node.get("body").isNull()) {
      return node.get("body").asText().getBytes(UTF_8);
    }
    var pairs = new ArrayList<Signing.Pair>();
    for (var field : node.get("params").properties()) {
      if (field.getValue().isArray()) {
        field
            .getValue()
            .forEach(value -> pairs.add(new Signing.Pair(field.getKey(), value.asText())));
      } else {
        pairs.add(new Signing.Pair(field.getKey(), field.getValue().asText()));
      }
    }
    return Signing.encode(pairs);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void acceptsWhatTwilioSigned(Vector vector) {
    assertThat(vector.accepted(vector.token, vector.signature)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void refusesTheSameWithAnotherToken(Vector vector) {
    assertThat(vector.accepted("54321", vector.signature)).isFalse();
  }

  @Test
  void refusesTheSignatureOfNamesSortedTogetherWithTheirValues() throws IOException {
    var trap = vectors().filter(v -> v.id.equals("prefix-sort-trap")).findFirst().orElseThrow();

    assertThat(trap.accepted(trap.token, "95+Bu0JVPi0r/SsESZCVf0dWAjw=")).isFalse();
  }

  @Test
  void everyVectorIsThere() throws IOException {
    assertThat(vectors()).hasSizeGreaterThanOrEqualTo(27);
  }
}
