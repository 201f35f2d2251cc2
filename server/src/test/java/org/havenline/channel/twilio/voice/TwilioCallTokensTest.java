package org.havenline.channel.twilio.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// A token as Twilio reads it.
class TwilioCallTokensTest {
  private static final String SECRET = "a-secret-of-thirty-two-characters";

  private final TwilioCallTokens tokens =
      new TwilioCallTokens("AC1", "SK1", SECRET, InstantSource.system());

  private static JsonObject part(String jwt, int n) {
    return new JsonObject(
        new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[n]), UTF_8));
  }

  @Test
  void letsOneIdentityBeRungAndCallNobody() {
    var claims = part(tokens.of("R0A1").jwt(), 1);
    assertThat(claims.getString("iss")).isEqualTo("SK1");
    assertThat(claims.getString("sub")).isEqualTo("AC1");
    assertThat(claims.getJsonObject("grants"))
        .isEqualTo(
            new JsonObject("{\"identity\":\"R0A1\",\"voice\":{\"incoming\":{\"allow\":true}}}"));
  }

  @Test
  void endsAfterFiveMinutesAndSaysWhen() {
    var before = Instant.now();
    var token = tokens.of("R0A1");
    var ends = Instant.ofEpochSecond(part(token.jwt(), 1).getLong("exp"));
    assertThat(Duration.between(before, ends)).isLessThanOrEqualTo(Duration.ofMinutes(5));
    assertThat(Duration.between(token.until(), ends).abs()).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void isSignedByTheKeyAndShowsNeitherItselfNorTheSecret() throws Exception {
    var token = tokens.of("R0A1");
    int dot = token.jwt().lastIndexOf('.');
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    assertThat(token.jwt().substring(dot + 1))
        .isEqualTo(
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(token.jwt().substring(0, dot).getBytes(UTF_8))));
    assertThat(part(token.jwt(), 0).getString("cty")).isEqualTo("twilio-fpa;v=1");
    assertThat(token.toString()).doesNotContain(token.jwt());
    assertThat(token.jwt() + part(token.jwt(), 1) + tokens).doesNotContain(SECRET);
  }
}
