package org.havenline.console.administrator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.havenline.channel.twilio.voice.PlayedRecordings;
import org.havenline.console.Api;
import org.havenline.console.DeskRig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Recordings brought and dropped over the staff API.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromptsApiIT {
  private DeskRig rig;
  private Api jonas;

  @BeforeAll
  void open() {
    rig = new DeskRig();
    jonas = rig.signedIn("jonas");
  }

  @AfterAll
  void close() {
    rig.close();
  }

  private JsonObject language(String tag) {
    return jonas.send("GET", "/prompts", null).body().getJsonArray("languages").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("language").equals(tag))
        .findFirst()
        .orElseThrow();
  }

  private JsonObject sentence(String name) {
    return language("es").getJsonArray("sentences").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Api.Answer bring(String print, byte[] file) {
    var audio = Base64.getEncoder().encodeToString(file);
    return jonas.send("PUT", "/prompts/" + print, new JsonObject().put("audio", audio).encode());
  }

  @Test
  void aRecordingIsBroughtSeenAndDropped() {
    var next = sentence("callNext");
    assertThat(next.containsKey("recording")).isFalse();
    assertThat(language("es").getString("words")).isEqualTo("es: a voice.");
    var print = next.getString("print");
    var kept = bring(print, PlayedRecordings.tone(44_100, 2, 16, 1));
    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.body().getString("by")).isEqualTo("jonas");
    assertThat(kept.body().getString("sound"))
        .matches("/twilio/prompts/[0-9a-f]{32}\\.wav\\?line=demo");
    assertThat(sentence("callNext").getJsonObject("recording")).isEqualTo(kept.body());
    assertThat(jonas.send("DELETE", "/prompts/" + print, null).status()).isEqualTo(204);
    assertThat(jonas.send("DELETE", "/prompts/" + print, null).status()).isEqualTo(404);
    assertThat(sentence("callNext").containsKey("recording")).isFalse();
  }

  @Test
  void whatIsNoRecordingIsRefusedInWordsAndNothingIsKept() {
    var print = sentence("callLong").getString("print");
    var refused = bring(print, "<?xml version='1.0'?>".getBytes(UTF_8));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().getString("detail")).startsWith("This is no WAV file.");
    assertThat(jonas.send("PUT", "/prompts/" + print, "{\"audio\":\"***\"}").status())
        .isEqualTo(400);
    assertThat(sentence("callLong").containsKey("recording")).isFalse();
    assertThat(bring("0".repeat(16), PlayedRecordings.tone(8_000, 1, 16, 1)).status())
        .isEqualTo(404);
  }
}
