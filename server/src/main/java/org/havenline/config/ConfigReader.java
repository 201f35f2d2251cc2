package org.havenline.config;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.havenline.config.ServerConfig.ApiKey;
import org.havenline.config.ServerConfig.Listen;
import org.havenline.config.ServerConfig.Smtp;
import org.havenline.config.ServerConfig.Twilio;
import org.havenline.redis.RedisAddress;

/// Reads the settings of the server and says everything that is wrong with them at once.
public final class ConfigReader {
  /// Nobody wonders at it, and it shows the same to everybody.
  private static final URI EXIT = URI.create("https://www.wikipedia.org/");

  /// HS256 takes no shorter key.
  private static final int SHORTEST_SECRET = 32;

  private static final Pattern ORIGIN =
      Pattern.compile("https://[a-z0-9-]+(\\.[a-z0-9-]+)*(:[0-9]{1,5})?");

  private final Settings settings;

  private ConfigReader(Settings settings) {
    this.settings = settings;
  }

  /// What came of it.
  public sealed interface Reading {
    record Sound(ServerConfig config) implements Reading {}

    /// @param faults one sentence each: which setting, what is wrong, what to do
    record Faulty(List<String> faults) implements Reading {}
  }

  public static Reading read(Map<String, String> environment) {
    var faults = new ArrayList<String>();
    var config = new ConfigReader(Settings.read(environment, faults)).config();
    return faults.isEmpty() ? new Reading.Sound(config) : new Reading.Faulty(List.copyOf(faults));
  }

  private ServerConfig config() {
    var twilio = twilio();
    boolean demo = demo(twilio);
    if (twilio.isEmpty() && !demo) {
      settings.fault(
          "twilio-account-sid",
          "is missing. Set it and HAVENLINE_TWILIO_AUTH_TOKEN, or HAVENLINE_DEMO=true to try"
              + " without.");
    }
    int port = port("http-port", 8080);
    return new ServerConfig(
        new Listen(settings.find("http-host").orElse("127.0.0.1"), port),
        new Listen("127.0.0.1", port("management-port", 8081)),
        url("public-url").orElse(URI.create("http://localhost:" + port)),
        Path.of(settings.find("data-dir").orElse("data")),
        redis(),
        twilio,
        folder("routing-config"),
        folder("translations"),
        yes("publish-directory").orElse(false),
        url("exit-url").orElse(EXIT),
        origins("embed-origins"),
        addresses("trusted-proxies"),
        smtp(),
        demo);
  }

  private boolean demo(Optional<Twilio> twilio) {
    return yes("demo").orElse(twilio.isEmpty());
  }

  private Optional<Boolean> yes(String name) {
    var given = settings.find(name);
    if (given.filter(value -> !value.equals("true") && !value.equals("false")).isPresent()) {
      settings.fault(name, "must be true or false.");
    }
    return given.map(Boolean::parseBoolean);
  }

  private Optional<Twilio> twilio() {
    var sid = settings.find("twilio-account-sid");
    var token = settings.find("twilio-auth-token");
    if (sid.isPresent() != token.isPresent()) {
      settings.fault(
          sid.isPresent() ? "twilio-auth-token" : "twilio-account-sid",
          "is missing: Twilio needs both the account and its token.");
    }
    var api = url("twilio-api-url");
    var key = apiKey();
    return sid.isEmpty() || token.isEmpty()
        ? Optional.empty()
        : Optional.of(new Twilio(sid.get(), new Secret(token.get()), api, key));
  }

  private Optional<ApiKey> apiKey() {
    var sid = settings.find("twilio-api-key-sid");
    var secret = settings.find("twilio-api-key-secret");
    if (sid.isPresent() != secret.isPresent()) {
      settings.fault(
          sid.isPresent() ? "twilio-api-key-secret" : "twilio-api-key-sid",
          "is missing: calls in the browser need both the key and its secret.");
    }
    if (secret.filter(value -> value.length() < SHORTEST_SECRET).isPresent()) {
      settings.fault(
          "twilio-api-key-secret", "is cut short: Twilio's have 32 characters. Copy all of it.");
    }
    return sid.flatMap(id -> secret.map(value -> new ApiKey(id, new Secret(value))));
  }

  private Optional<Smtp> smtp() {
    var host = settings.find("smtp-host");
    int port = port("smtp-port", 587);
    if (host.isEmpty()) {
      return Optional.empty();
    }
    var from = settings.find("smtp-from").orElse("");
    if (!from.matches("[^@\\s]+@[^@\\s]+")) {
      settings.fault("smtp-from", "must be the address that e-mails come from.");
    }
    var user = settings.find("smtp-user");
    var password = settings.find("smtp-password");
    if (user.isPresent() != password.isPresent()) {
      settings.fault(
          user.isPresent() ? "smtp-password" : "smtp-user",
          "is missing: signing in needs both a name and a password.");
    }
    return Optional.of(new Smtp(host.get(), port, user, new Secret(password.orElse("")), from));
  }

  private Optional<RedisAddress> redis() {
    try {
      return settings.find("redis-url").map(RedisAddress::parse);
    } catch (IllegalArgumentException e) {
      settings.fault("redis-url", String.valueOf(e.getMessage()) + ".");
      return Optional.empty();
    }
  }

  private int port(String name, int otherwise) {
    var given = settings.find(name);
    try {
      int port = given.map(Integer::parseInt).orElse(otherwise);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // answered below, as for any other wrong number
    }
    settings.fault(name, "must be a number from 0 to 65535, not '" + given.orElse("") + "'.");
    return otherwise;
  }

  private Optional<URI> url(String name) {
    var given = settings.find(name);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    try {
      var url = new URI(given.get());
      if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
        return Optional.of(url);
      }
    } catch (URISyntaxException _) {
      // answered below, as for any other wrong address
    }
    settings.fault(name, "must be an address such as https://help.example.org, without a path.");
    return Optional.empty();
  }

  /// Several, with spaces or commas between. A name with a star would let anybody in who is given a
  /// name below it.
  private List<URI> origins(String name) {
    var given = several(name);
    if (given.stream().allMatch(ORIGIN.asMatchPredicate())) {
      return given.stream().map(URI::create).toList();
    }
    settings.fault(
        name,
        "must be addresses such as https://partner.example, each with https and without a path.");
    return List.of();
  }

  private List<String> several(String name) {
    return settings.find(name).map(all -> List.of(all.split("[\\s,]+"))).orElse(List.of());
  }

  private Set<InetAddress> addresses(String name) {
    try {
      return several(name).stream().map(InetAddress::ofLiteral).collect(toUnmodifiableSet());
    } catch (IllegalArgumentException e) {
      settings.fault(name, "must be addresses such as 10.0.0.7 or 2001:db8::7, not names.");
      return Set.of();
    }
  }

  private Optional<Path> folder(String name) {
    var folder = settings.find(name).map(Path::of);
    if (folder.isPresent() && !Files.isDirectory(folder.get())) {
      settings.fault(name, "names a folder that is not there: " + folder.get() + ".");
      return Optional.empty();
    }
    return folder;
  }
}
