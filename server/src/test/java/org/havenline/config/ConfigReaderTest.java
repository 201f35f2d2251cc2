package org.havenline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  @Test
  void withoutAnySettingItIsADemoOnLoopback() {
    var config = sound(Map.of());

    assertThat(config.demo()).isTrue();
    assertThat(config.http()).isEqualTo(new ServerConfig.Listen("127.0.0.1", 8080));
    assertThat(config.management()).isEqualTo(new ServerConfig.Listen("127.0.0.1", 8081));
    assertThat(config.publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(config.data()).isEqualTo(Path.of("data"));
    assertThat(config.redis()).isEmpty();
    assertThat(config.twilio()).isEmpty();
  }

  @Test
  void twilioAccountEndsTheDemoAndItsTokenIsNeverPrinted() {
    var config =
        sound(
            Map.of("HAVENLINE_TWILIO_ACCOUNT_SID", "AC1", "HAVENLINE_TWILIO_AUTH_TOKEN", "t0ken"));

    assertThat(config.demo()).isFalse();
    assertThat(config.toString()).doesNotContain("t0ken");
  }

  @Test
  void theKeyForCallsInTheBrowserIsWholeOrNotThereAndIsNeverPrinted() {
    var settings = new HashMap<String, String>();
    settings.put("HAVENLINE_TWILIO_ACCOUNT_SID", "AC1");
    settings.put("HAVENLINE_TWILIO_AUTH_TOKEN", "t0ken");
    assertThat(sound(settings).twilio().orElseThrow().key()).isEmpty();
    settings.put("HAVENLINE_TWILIO_API_KEY_SID", "SK1");
    assertThat(faults(settings))
        .singleElement()
        .asString()
        .startsWith("HAVENLINE_TWILIO_API_KEY_SECRET is missing");
    settings.put("HAVENLINE_TWILIO_API_KEY_SECRET", "s3cret");
    assertThat(faults(settings))
        .singleElement()
        .asString()
        .contains("32 characters")
        .doesNotContain("s3cret");
    var secret = "s3cret".repeat(6);
    settings.put("HAVENLINE_TWILIO_API_KEY_SECRET", secret);
    assertThat(sound(settings).twilio().orElseThrow().key()).isPresent();
    assertThat(sound(settings).toString()).doesNotContain(secret);
  }

  @Test
  void everythingWrongIsSaidAtOnceWithItsRemedy() {
    assertThat(
            faults(
                Map.of(
                    "HAVENLINE_HTTP_PORT", "eighty",
                    "HAVENLINE_PUBLIC_URL", "help.example.org",
                    "HAVENLINE_REDIS_URL", "localhost:6379",
                    "HAVENLINE_TWILIO_ACCOUNT_SID", "AC1",
                    "HAVENLINE_ROUTING_CONFIG", "/nowhere",
                    "HAVENLINE_DEMO", "perhaps",
                    "HAVENLINE_HTTP_PROT", "80")))
        .hasSize(8)
        .anyMatch(fault -> fault.startsWith("HAVENLINE_HTTP_PROT is not a setting. Remove it"))
        .anyMatch(fault -> fault.startsWith("HAVENLINE_HTTP_PORT must be a number from 0 to 65535"))
        .anyMatch(fault -> fault.startsWith("HAVENLINE_REDIS_URL must begin with redis://"));
  }

  @Test
  void variablesWinOverTheFile(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("h.yaml"), "http-port: 9000\ndata-dir: /d\n");

    var config = sound(Map.of("HAVENLINE_CONFIG", file.toString(), "HAVENLINE_HTTP_PORT", "9001"));

    assertThat(config.http().port()).isEqualTo(9001);
    assertThat(config.data()).isEqualTo(Path.of("/d"));
  }

  @Test
  void onlyWholeOriginsOfSecureSitesMayCarryThePage() {
    assertThat(sound(Map.of()).partners()).isEmpty();
    assertThat(
            sound(
                    Map.of(
                        "HAVENLINE_EMBED_ORIGINS",
                        "https://partner.example, https://a.example:8443"))
                .partners())
        .containsExactly(
            URI.create("https://partner.example"), URI.create("https://a.example:8443"));
    for (var wrong :
        List.of(
            "http://partner.example",
            "https://partner.example/",
            "https://partner.example/page",
            "https://*.example",
            "partner.example",
            "https://a.example;https://b.example",
            "https://user@a.example",
            "https://a.example 'self'")) {
      assertThat(faults(Map.of("HAVENLINE_EMBED_ORIGINS", wrong)))
          .as(wrong)
          .singleElement()
          .asString()
          .startsWith("HAVENLINE_EMBED_ORIGINS must be addresses such as");
    }
  }

  @Test
  void brokenFileIsNamedWithItsLine(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("h.yaml"), "http-port: 9000\n  x: [\n");

    assertThat(faults(Map.of("HAVENLINE_CONFIG", file.toString())))
        .anyMatch(fault -> fault.matches(".*h\\.yaml:[23] this is not YAML.*"));
  }

  private static ServerConfig sound(Map<String, String> environment) {
    return switch (ConfigReader.read(environment)) {
      case ConfigReader.Reading.Sound(var config) -> config;
      case ConfigReader.Reading.Faulty(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  private static List<String> faults(Map<String, String> environment) {
    return switch (ConfigReader.read(environment)) {
      case ConfigReader.Reading.Sound(var config) -> throw new AssertionError(config.toString());
      case ConfigReader.Reading.Faulty(var faults) -> faults;
    };
  }
}
