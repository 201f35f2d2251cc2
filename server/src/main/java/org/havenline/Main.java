package org.havenline;

import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.havenline.config.ConfigReader;
import org.havenline.config.ServerConfig;
import org.havenline.risk.RiskMonitor;
import org.havenline.simulator.SimulatorServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command line.
@Command(
    name = "havenline.jar",
    mixinStandardHelpOptions = true,
    version = "Havenline 0.1.0",
    description = "A multi-channel hotline server. Without a command: serve.",
    footer = {
      "",
      "Settings come from HAVENLINE_* variables or from the YAML file named by HAVENLINE_CONFIG;",
      "without any, the server runs as a demo. The README lists them."
    })
public final class Main implements Runnable {
  /// A wrong setting, a busy port, a broken table: something the person who starts us can mend.
  private static final int REFUSED = 2;

  /// Says at every start how vectors would be faster, which nothing here has. Kept: the logging of
  /// the JDK forgets the level of a logger that nobody refers to.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene.internal");

  private final PrintStream out;

  Main(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    LUCENE.setLevel(Level.OFF);
    System.exit(run(System.out, System.err, arguments));
  }

  static int run(PrintStream out, PrintStream err, String... arguments) {
    var line = new CommandLine(new Main(out));
    line.setExecutionExceptionHandler((e, _, _) -> {
      if (e instanceof StartRefused refused) {
        refused.sentences().forEach(err::println);
        return REFUSED;
      }
      throw e;
    });
    return line.execute(arguments);
  }

  @Override
  public void run() {
    serve();
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Runs the server until it is told to stop.")
  void serve() {
    var config = config();
    var stopped = new CountDownLatch(1);
    var helpline = Helpline.start(config, InstantSource.system(), new SecureRandom());
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  helpline.close();
                  stopped.countDown();
                }));
    out.println(Welcome.to(config, helpline));
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Checks settings, tables, risk rules and texts; lists everything wrong at once.")
  void check() {
    var config = config();
    var rules = Rulebook.read(config);
    var riskRules = Rulebook.risks(config);
    try (var risks = RiskMonitor.of(riskRules)) {
      var broken = risks.brokenRules().stream().map(Object::toString).toList();
      if (!broken.isEmpty()) {
        throw new StartRefused(broken);
      }
    }
    out.printf(
        "All good: %d lines, %d responders, %d risk rules, %d languages of texts.%n",
        rules.tables().lines().size(),
        rules.tables().responders().size(),
        riskRules.rules().size(),
        rules.texts().languages().size());
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Gives a member of staff a new password and prints it once.")
  void password(
      @Parameters(paramLabel = "USER", description = "an id of the table responders.yaml")
          String user) {
    out.println(StaffPassword.renew(config(), user, InstantSource.system()));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Plays Twilio and its phones for a server elsewhere, with the account of the settings.")
  void simulator(
      @Option(names = "--port", defaultValue = "8090", description = "default: 8090") int port,
      @Option(
              names = "--server",
              defaultValue = "http://127.0.0.1:8080",
              description = "where webhooks are posted; default: http://127.0.0.1:8080")
          URI server)
      throws Exception {
    var config = config();
    var rules = Rulebook.read(config);
    var vertx = Vertx.vertx();
    var door = new TwilioDoor(config, rules::tables, InstantSource.system());
    try (var played =
        new SimulatorServer(vertx, door.simulator(vertx, server, new SecureRandom()))) {
      out.println("The simulator serves at http://localhost:" + played.start(port) + "/");
      new CountDownLatch(1).await();
    }
  }

  /// @throws StartRefused with everything that is wrong
  static ServerConfig config() {
    return switch (ConfigReader.read(System.getenv())) {
      case ConfigReader.Reading.Sound(var config) -> config;
      case ConfigReader.Reading.Faulty(List<String> faults) -> throw new StartRefused(faults);
    };
  }
}
