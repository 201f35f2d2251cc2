package org.havenline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.havenline.console.Api;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.testing.Phone;
import org.havenline.testing.PlayedTwilio;
import org.havenline.testing.RealRedis;
import org.havenline.testing.RunningServer;
import org.havenline.testing.ServerProcess;
import org.havenline.testing.Soon;
import org.havenline.testing.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the one who starts the server reads: plain lines that say what to do, and exit code 2.
final class StartIT {
  private final Map<String, String> settings = RunningServer.settings();

  @Test
  void everythingWrongWithTheSettingsIsSaidAtOnce() {
    settings.put("HAVENLINE_HTTP_PORT", "80a");
    settings.put("HAVENLINE_REDIS_URL", "http://somewhere");
    settings.put("HAVENLINE_TWILIO_AUTH_TOKEN", "secret-of-the-operator");
    settings.put("HAVENLINE_PORT", "8080");

    assertThat(refusal("check"))
        .hasSize(4)
        .anyMatch(line -> line.startsWith("HAVENLINE_HTTP_PORT must be a number from 0 to 65535"))
        .anyMatch(line -> line.startsWith("HAVENLINE_REDIS_URL "))
        .anyMatch(line -> line.startsWith("HAVENLINE_TWILIO_ACCOUNT_SID is missing"))
        .anyMatch(line -> line.startsWith("HAVENLINE_PORT is not a setting. Remove it, or"))
        .noneMatch(line -> line.contains("secret-of-the-operator"));
  }

  @Test
  void busyPortIsNamed() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      settings.put("HAVENLINE_HTTP_PORT", Integer.toString(other.getLocalPort()));

      assertThat(refusal("serve"))
          .filteredOn(line -> !line.startsWith("{\"timestamp"))
          .singleElement()
          .asString()
          .contains(Integer.toString(other.getLocalPort()), "HAVENLINE_HTTP_PORT");
    }
  }

  @Test
  void brokenTableIsNamedWithFileAndLine(@TempDir Path tables) throws IOException {
    for (var table : TableFiles.SHIPPED) {
      Files.copy(shipped(table), tables.resolve(table), StandardCopyOption.REPLACE_EXISTING);
    }
    var plans = Files.readString(tables.resolve("plans.yaml"));
    Files.writeString(
        tables.resolve("plans.yaml"),
        plans.replace("queue: minors", "queue: minor").replace("tell: waiting", "tell: wating"));
    settings.put("HAVENLINE_ROUTING_CONFIG", tables.toString());

    assertThat(refusal("serve"))
        .hasSizeGreaterThan(1)
        .anyMatch(line -> line.matches("plans\\.yaml:\\d+ .*'minor'.*'minors'\\?"))
        .allMatch(line -> line.matches("plans\\.yaml:\\d+ .*"));
  }

  @Test
  void brokenTableAtALaterStartLeavesTheLastGoodVersionInForceAndIsSaid(@TempDir Path tables)
      throws IOException {
    for (var table : TableFiles.SHIPPED) {
      Files.copy(shipped(table), tables.resolve(table), StandardCopyOption.REPLACE_EXISTING);
    }
    settings.put("HAVENLINE_ROUTING_CONFIG", tables.toString());
    runOnce();
    var plans = Files.readString(tables.resolve("plans.yaml"));
    Files.writeString(tables.resolve("plans.yaml"), plans.replace("queue: minors", "queue: minor"));

    try (var server = serve().isReady()) {
      assertThat(server.err() + server.out())
          .contains("version 1 stays in force: plans.yaml:")
          .contains("there is no queue 'minor'");
      assertThat(server.management("/metrics").body()).contains("havenline_tables_findings 1.0");
    }
  }

  @Test
  void keyFileThatOthersMayReadIsRefused() throws IOException {
    runOnce();
    var key = Path.of(settings.get("HAVENLINE_DATA_DIR")).resolve("keys/vault.json");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(refusal("serve")).singleElement().asString().contains("chmod 600 " + key);
  }

  @Test
  void brokenKeyFileIsNotReplacedInSilence() throws IOException {
    runOnce();
    Files.writeString(Path.of(settings.get("HAVENLINE_DATA_DIR")).resolve("keys/vault.json"), "{}");

    assertThat(refusal("serve")).singleElement().asString().contains("Restore it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vault.json", "pseudonym.json"})
  void lostKeyFileIsNotReplacedInSilence(String name) throws IOException {
    runOnce();
    var key = Path.of(settings.get("HAVENLINE_DATA_DIR")).resolve("keys").resolve(name);
    var kept = Files.readString(key);
    Files.delete(key);

    assertThat(refusal("serve"))
        .singleElement()
        .asString()
        .contains(key + " is missing", "Restore it from your backup");
    assertThat(key).doesNotExist();

    Files.createFile(
        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, kept);
    runOnce();
  }

  @Test
  void redisThatMayForgetIsRefused() {
    try (var redis =
        RealRedis.start(
            RealRedis.Version.EMBEDDED, "--appendonly", "yes", "--appendfsync", "everysec")) {
      settings.put("HAVENLINE_REDIS_URL", redis.address().uri().toString());

      assertThat(refusal("serve"))
          .singleElement()
          .asString()
          .contains("appendfsync everysec; set appendfsync always");
    }
  }

  @Test
  void redisThatIsAwayIsNamedWithoutItsPassword() {
    settings.put("HAVENLINE_REDIS_URL", "redis://:password-of-redis@127.0.0.1:1");

    assertThat(refusal("serve"))
        .singleElement()
        .asString()
        .contains("127.0.0.1:1 cannot be reached")
        .doesNotContain("password-of-redis");
  }

  @Test
  void secondServerOnADataDirectoryIsRefusedAndTheFirstGoesOn() throws IOException {
    try (var first = serve().isReady()) {
      var port = settings.get("HAVENLINE_HTTP_PORT");
      settings.put("HAVENLINE_HTTP_PORT", "0");
      settings.put("HAVENLINE_MANAGEMENT_PORT", "0");

      assertThat(refusal("serve"))
          .singleElement()
          .asString()
          .contains("Another server uses the data directory");
      settings.put("HAVENLINE_HTTP_PORT", port);
      assertThat(first.url()).isNotNull();
      assertThat(new Api(first.url()).get("/openapi.json").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "serve", "check", "password", "simulator"})
  void everyCommandExplainsItself(String command) {
    var arguments = (command + " --help").strip().split(" ", -1);
    try (var help = run(arguments)) {
      assertThat(help.exitCode()).isZero();
      assertThat(help.out()).contains("Usage: havenline.jar").contains("--help");
    }
  }

  @Test
  void stoppedServerEndsInOrderAndTheNextKnowsEverything() {
    var password = "";
    var conversation = "";
    try (var server = serve().isReady()) {
      password = server.password("lucia");
      var lucia = lucia(server, password).onDuty();
      phone(server).texts("Hola, me gustaría hablar con alguien esta tarde");
      conversation = lucia.accepts();
      lucia.writes(conversation, "Hola, aquí estoy");

      server.terminate();

      assertThat(server.exitCode()).isIn(0, 143);
      assertThat(server.redis().filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(server.err()).doesNotContain("\"ERROR\"");
    }
    try (var again = serve().isReady()) {
      var lucia = lucia(again, password);
      assertThat(again.out()).doesNotContain("passwords");
      assertThat(lucia.words(conversation))
          .containsExactly("Hola, me gustaría hablar con alguien esta tarde", "Hola, aquí estoy");
      // on a slow machine her lease of half a minute would end in the middle of what follows
      lucia.onDuty();
      phone(again).texts("¿sigues ahí?");
      var same = conversation;
      Soon.holds(() -> assertThat(lucia.words(same)).endsWith("¿sigues ahí?"));
    }
  }

  private static Staff lucia(ServerProcess server, String password) {
    return new Staff(new Api(server.url()).signIn("lucia", password));
  }

  private static Phone phone(ServerProcess server) {
    return new Phone(new PlayedTwilio(server.url()), "+12025550143");
  }

  private void runOnce() {
    try (var server = serve().isReady()) {
      server.terminate();
      server.exitCode();
    }
  }

  private ServerProcess serve() {
    return run("serve");
  }

  private ServerProcess run(String... arguments) {
    var command =
        new java.util.ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-jar", ServerProcess.jar()));
    command.addAll(List.of(arguments));
    return ServerProcess.run(new HashMap<>(settings), command.toArray(String[]::new));
  }

  /// The lines of a start that is refused.
  private List<String> refusal(String command) {
    try (var refused = run(command)) {
      assertThat(refused.exitCode()).as(refused.err()).isEqualTo(2);
      assertThat(refused.out()).isEmpty();
      return refused.err().lines().filter(line -> !line.startsWith("WARNING:")).toList();
    }
  }

  private static Path shipped(String table) {
    return Path.of(ServerProcess.jar(), "../../../routing-config/tables", table).normalize();
  }
}
