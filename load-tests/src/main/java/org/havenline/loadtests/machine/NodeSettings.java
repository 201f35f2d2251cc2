package org.havenline.loadtests.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import redis.clients.jedis.Jedis;

/// Where one node of the server lives and what it is told.
///
/// @param folder its data directory and log
/// @param redisUrl empty for the embedded one
/// @param twilioUrl where its REST API is played; empty for its own simulator
public record NodeSettings(
    Path folder, int port, int managementPort, String redisUrl, String twilioUrl) {
  /// The account all nodes and the simulator know; invented.
  public static final String ACCOUNT = "AC" + "5".repeat(32);

  public static final String TOKEN = "0123456789abcdef0123456789abcdef";

  /// What Twilio calls, whichever node behind it answers.
  public static final String PUBLIC_URL = "https://line.example.org";

  public static NodeSettings embedded(Path folder) {
    return external(folder, "");
  }

  public static NodeSettings external(Path folder, String redisUrl) {
    return new NodeSettings(folder, FreePort.next(), FreePort.next(), redisUrl, "");
  }

  /// The same with a Twilio of the program's own.
  public NodeSettings with(String twilioUrl) {
    return new NodeSettings(folder, port, managementPort, redisUrl, twilioUrl);
  }

  /// What its process, or the simulator of its account, is told.
  public Map<String, String> variables() {
    var variables = new HashMap<String, String>();
    variables.put("HAVENLINE_HTTP_PORT", Integer.toString(port));
    variables.put("HAVENLINE_MANAGEMENT_PORT", Integer.toString(managementPort));
    variables.put("HAVENLINE_PUBLIC_URL", PUBLIC_URL);
    variables.put("HAVENLINE_DATA_DIR", data().toString());
    variables.put("HAVENLINE_TWILIO_ACCOUNT_SID", ACCOUNT);
    variables.put("HAVENLINE_TWILIO_AUTH_TOKEN", TOKEN);
    variables.put(
        "HAVENLINE_TWILIO_API_URL",
        twilioUrl.isEmpty() ? "http://127.0.0.1:" + port + "/simulator/twilio" : twilioUrl);
    variables.put("HAVENLINE_DEMO", "true");
    if (Files.isDirectory(tables())) {
      variables.put("HAVENLINE_ROUTING_CONFIG", tables().toString());
    }
    if (!redisUrl.isEmpty()) {
      variables.put("HAVENLINE_REDIS_URL", redisUrl);
    }
    return variables;
  }

  Path data() {
    return folder.resolve("data");
  }

  /// Tables of its own, if there are any.
  public Path tables() {
    return folder.resolve("tables");
  }

  public Path log() {
    return folder.resolve("server.log");
  }

  /// A connection to the node's store, to look at what it holds.
  public Jedis connect() {
    try {
      var url =
          redisUrl.isEmpty() ? Files.readString(data().resolve("redis/address")).strip() : redisUrl;
      return new Jedis(URI.create(url), 10_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Nodes of one line have the same keys.
  public void takeKeysOf(NodeSettings other) {
    try {
      var keys = Files.createDirectories(data().resolve("keys"));
      try (var files = Files.list(other.data().resolve("keys"))) {
        for (var file : files.toList()) {
          Files.copy(file, keys.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A killed server leaves its embedded Redis running, for the next one to find.
  void endOrphanedRedis() {
    var file = data().resolve("redis/redis.pid");
    if (Files.exists(file)) {
      try {
        ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
            .filter(handle -> handle.info().command().orElse("").contains("redis-server"))
            .ifPresent(ProcessHandle::destroyForcibly);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
