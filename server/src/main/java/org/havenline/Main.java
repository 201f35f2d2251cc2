package org.havenline;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.havenline.channel.twilio.voice.CallWebhook;
import org.havenline.command.FallbackCommand;
import org.havenline.command.HeardCheck;
import org.havenline.command.InForce;
import org.havenline.command.Refused;
import org.havenline.command.RouteCommand;
import org.havenline.command.SimulateCommand;
import org.havenline.command.directory.ExportServicesCommand;
import org.havenline.command.directory.ImportServicesCommand;
import org.havenline.command.directory.OpenDirectory;
import org.havenline.command.directory.SearchServicesCommand;
import org.havenline.command.risk.RiskCommand;
import org.havenline.config.ConfigReader;
import org.havenline.config.ServerConfig;
import org.havenline.config.StartRefused;
import org.havenline.privacy.Keys;
import org.havenline.referral.stored.Directory;
import org.havenline.risk.RiskMonitor;
import org.havenline.roster.RosterCommand;
import org.havenline.routing.proof.Proof;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.taskrouter.TaskRouterImport;
import org.havenline.simulator.SimulatorServer;
import org.havenline.translations.spoken.SoundFiles;
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
    var line =
        new CommandLine(new Main(out))
            .addSubcommand(
                new RosterCommand(
                    out, () -> Rulebook.read(config()).tables(), InstantSource.system()))
            .addSubcommand(new SimulateCommand(out, Main::inForce))
            .addSubcommand(new RouteCommand(out, Main::inForce, InstantSource.system()))
            .addSubcommand(new FallbackCommand(out, Main::saidWhenDown))
            .addSubcommand(
                RiskCommand.of(
                    out,
                    () -> Rulebook.risks(config()),
                    (rules, days, messages, reason) ->
                        new Keyholder(config(), InstantSource.system())
                            .trial(rules, days, messages, reason)))
            .addSubcommand(new ImportServicesCommand(out, services()))
            .addSubcommand(new ExportServicesCommand(out, services()))
            .addSubcommand(
                new SearchServicesCommand(
                    out, services(), () -> config().data(), InstantSource.system()))
            .setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((e, _, _) -> {
      var sentences =
          switch (e) {
            case StartRefused refused -> refused.sentences();
            case Refused refused -> refused.sentences();
            default -> throw e;
          };
      sentences.forEach(err::println);
      return REFUSED;
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
    out.println(welcome(config, helpline));
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What the person who starts the server reads first.
  private static String welcome(ServerConfig config, Helpline helpline) {
    var here = "http://localhost:" + helpline.port();
    var text = new StringBuilder("Havenline serves at " + here + "\n");
    text.append("  console           ").append(here).append("/desk\n");
    if (config.demo()) {
      text.append("  phone simulator   ").append(here).append("/simulator/\n");
    }
    if (!helpline.newPasswords().isEmpty()) {
      text.append("\nSign in as one of these; the passwords are shown only now:\n");
      helpline
          .newPasswords()
          .forEach((id, password) -> text.append("  %-16s  %s%n".formatted(id, password)));
    }
    return text.toString();
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Checks settings, tables, risk rules and texts, and proves for the coming 14 days that"
              + " nobody falls through; lists everything wrong at once.")
  void check() {
    var config = config();
    var today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
    var rules = Rulebook.read(config, today);
    var riskRules = Rulebook.risks(config);
    try (var risks = RiskMonitor.of(riskRules)) {
      var broken = risks.brokenRules().stream().map(Object::toString).toList();
      if (!broken.isEmpty()) {
        throw new StartRefused(broken);
      }
    }
    var proof = Proof.of(rules.tables(), InstantSource.system().instant());
    if (!proof.findings().isEmpty()) {
      throw new StartRefused(proof.findings().stream().map(Object::toString).toList());
    }
    out.printf(
        "All good: %d lines, %d responders, %d risk rules, %d languages of texts.%n",
        rules.tables().lines().size(),
        rules.tables().responders().size(),
        riskRules.rules().size(),
        rules.texts().languages().size());
    out.printf(
        "Nobody falls through: %,d pairs of a kind of contact and a moment of the coming %d days"
            + " end with a human, a partner or a promised call-back.%n",
        proof.pairs(), Proof.AHEAD.toDays());
    rules.gaps().forEach(out::println);
    FallbackCommand.hints(rules.tables()).forEach(out::println);
    var speech = CallWebhook.speech(rules.texts(), _ -> Optional.empty());
    var sounds = new SoundFiles(config.translations());
    new HeardCheck(rules.tables(), speech, sounds).words().forEach(out::println);
  }

  @Command(
      name = "import-taskrouter",
      mixinStandardHelpOptions = true,
      description = {
        "Makes tables of a Twilio TaskRouter workspace and says what will be different.",
        "FOLDER holds the JSON answers of its REST API (/Workflows, /TaskQueues, /Workers,",
        "/Activities) in *.json files of any name."
      })
  void importTaskRouter(
      @Parameters(paramLabel = "FOLDER") Path from,
      @Option(
              names = "--into",
              required = true,
              paramLabel = "FOLDER",
              description = "where tables are written; nothing there is replaced")
          Path into) {
    var imported = TaskRouterImport.of(from);
    refuse(imported.findings());
    try {
      imported.writeInto(into);
    } catch (IOException e) {
      throw new StartRefused(List.of("Nothing can be written there (a file of an earlier try?)"));
    }
    imported.warnings().forEach(out::println);
    if (RoutingTables.read(into, Set.of("waiting")) instanceof Reading.Faulty(var findings)) {
      refuse(findings);
    }
    out.printf(
        "Written. It differs in %d things, listed above; mend them, then run check.%n",
        imported.warnings().size());
  }

  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new StartRefused(findings.stream().map(Object::toString).toList());
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Gives a member of staff a new password and prints it once.")
  void password(
      @Parameters(paramLabel = "USER", description = "an id of the table responders.yaml")
          String user) {
    out.println(new Keyholder(config(), InstantSource.system()).password(user));
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

  private static OpenDirectory services() {
    return use -> {
      var config = config();
      Store.use(
          config,
          redis -> {
            var keys = StartRefused.saying(() -> Keys.open(config.data().resolve("keys"), redis));
            use.accept(
                new Directory(redis, keys.vault(), keys.pseudonyms(), InstantSource.system()));
            return redis;
          });
    };
  }

  private static FallbackCommand.Ground saidWhenDown() {
    var rules = Rulebook.read(config());
    return new FallbackCommand.Ground(rules.tables(), rules.texts());
  }

  private static InForce inForce() {
    var rules = Rulebook.read(config());
    return new InForce(rules.tables(), rules.texts().messages());
  }

  /// @throws StartRefused with everything that is wrong
  static ServerConfig config() {
    return switch (ConfigReader.read(System.getenv())) {
      case ConfigReader.Reading.Sound(var config) -> config;
      case ConfigReader.Reading.Faulty(List<String> faults) -> throw new StartRefused(faults);
    };
  }
}
