package org.havenline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.havenline.Helpline;
import org.havenline.config.ConfigReader;
import org.havenline.config.ServerConfig;
import org.havenline.console.Api;
import org.havenline.http.porch.HttpPorch;

/// The whole server as a demo in this process, with everybody who meets it: persons with phones,
/// staff, and the one who plays Twilio.
public final class RunningServer implements AutoCloseable {
  private static final long SEED = 1;

  private final URI url;
  private final Helpline helpline;
  private final Map<String, String> passwords;
  private final PlayedTwilio twilio;

  /// Who is signed in, to be sent home after a test.
  private final Deque<Staff> signedIn = new ArrayDeque<>();

  private RunningServer(URI url, Helpline helpline) {
    this.url = url;
    this.helpline = helpline;
    this.passwords = Map.copyOf(helpline.newPasswords());
    this.twilio = new PlayedTwilio(url);
  }

  /// Starts one on free ports and an empty data directory.
  public static RunningServer start(InstantSource clock) {
    return start(clock, Map.of());
  }

  /// @param more settings, by the names of their variables
  public static RunningServer start(InstantSource clock, Map<String, String> more) {
    return start(clock, more, UnaryOperator.identity());
  }

  /// @param changed what no setting says, such as partners on this machine
  public static RunningServer start(
      InstantSource clock, Map<String, String> more, UnaryOperator<ServerConfig> changed) {
    var settings = settings();
    settings.putAll(more);
    var config =
        switch (ConfigReader.read(settings)) {
          case ConfigReader.Reading.Sound(var sound) -> sound;
          case ConfigReader.Reading.Faulty(var faults) ->
              throw new IllegalStateException(faults.toString());
        };
    var helpline = Helpline.start(changed.apply(config), clock, new SplittableRandom(SEED));
    return new RunningServer(config.publicUrl(), helpline);
  }

  /// Variables for a demo of its own, with ports that are free now.
  public static Map<String, String> settings() {
    try {
      int port = freePort();
      var settings = new HashMap<String, String>();
      settings.put("HAVENLINE_HTTP_PORT", Integer.toString(port));
      settings.put("HAVENLINE_PUBLIC_URL", "http://localhost:" + port);
      settings.put("HAVENLINE_MANAGEMENT_PORT", Integer.toString(freePort()));
      settings.put("HAVENLINE_DATA_DIR", data().toString());
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path data() throws IOException {
    return Files.createTempDirectory("havenline-data");
  }

  /// Below the ports that the system gives to whoever connects: those may be taken again before the
  /// server has started.
  private static int freePort() {
    var random = RandomGenerator.getDefault();
    while (true) {
      int port = random.nextInt(10_000, 32_000);
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // taken: another one
      }
    }
  }

  public URI url() {
    return url;
  }

  /// Every route that is open, by port.
  public Map<Integer, List<HttpPorch.Opening>> openings() {
    return helpline.openings();
  }

  public PlayedTwilio twilio() {
    return twilio;
  }

  /// Somebody's phone, which nobody else uses.
  public Phone phone(String number) {
    return new Phone(twilio, number);
  }

  /// A member of staff of the shipped table, signed in, not on duty.
  public Staff staff(String id) {
    var staff = new Staff(signedIn(id));
    signedIn.push(staff);
    return staff;
  }

  /// The staff API, signed in as one of the shipped table.
  public Api signedIn(String id) {
    return new Api(url).signIn(id, password(id));
  }

  /// Made at the first start of its store.
  public String password(String id) {
    var password = passwords.get(id);
    if (password == null) {
      throw new IllegalArgumentException("nobody is called " + id);
    }
    return password;
  }

  /// Ends everybody's duty and every trouble.
  public void evening() {
    while (!signedIn.isEmpty()) {
      signedIn.pop().goesOffDuty();
    }
    twilio.noMoreTrouble();
  }

  @Override
  public void close() {
    helpline.close();
  }
}
