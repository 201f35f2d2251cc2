package org.havenline;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.havenline.config.ServerConfig;
import org.havenline.config.StartRefused;
import org.havenline.intake.Understanding;
import org.havenline.language.LanguageDetector;
import org.havenline.privacy.Keys;
import org.havenline.redis.Redis;
import org.havenline.referral.handover.NeutralText;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.risk.RiskRules;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.tables.Administration;
import org.havenline.tables.Archive;
import org.havenline.tables.Opening;
import org.havenline.tables.Opening.Brought;
import org.havenline.tables.RiskWatch;
import org.havenline.tables.TablesCheck;
import org.havenline.tables.TablesWatch;
import org.havenline.tables.Version.Origin;
import org.havenline.translations.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files an administrator and a translator may change: tables and texts, read and checked
/// together, since tables name texts; and the risk rules, read when the doors are open.
///
/// @param files of the tables
/// @param reading what the check says of them
record Rulebook(Texts texts, TableFiles files, Reading reading) {
  private static final Logger LOG = LoggerFactory.getLogger(Rulebook.class);

  /// Of missing texts; the staff API has them all.
  private static final int MOST_NAMED = 10;

  /// @throws StartRefused with every finding in tables and texts
  static Rulebook read(ServerConfig config) {
    var rules = readAsItIs(config);
    rules.tables();
    return rules;
  }

  /// @param today what is over before this day is a finding too, and what says it was later
  static Rulebook read(ServerConfig config, LocalDate today) {
    var rules = readAsItIs(config, Optional.of(today));
    rules.tables();
    return rules;
  }

  /// The tables may have findings.
  ///
  /// @throws StartRefused with every finding when the texts have any
  static Rulebook readAsItIs(ServerConfig config) {
    return readAsItIs(config, Optional.empty());
  }

  private static Rulebook readAsItIs(ServerConfig config, Optional<LocalDate> today) {
    var findings = new ArrayList<String>();
    var texts = texts(config.translations(), today.orElse(LocalDate.MAX), findings);
    if (texts.isEmpty()) {
      throw new StartRefused(findings);
    }
    var keys = texts.get().messages();
    try {
      var files =
          config.routing().isPresent()
              ? TableFiles.in(config.routing().get())
              : TableFiles.shipped();
      // the shipped ones are an example, which may be over
      var from = config.routing().isPresent() ? today.orElse(LocalDate.MIN) : LocalDate.MIN;
      var reading = RoutingTables.check(files, keys, from);
      return new Rulebook(texts.get(), files, reading);
    } catch (IOException unreadable) {
      var finding =
          new Finding(
              config.routing().map(Path::toString).orElse(""),
              0,
              "the folder or a file in it cannot be read",
              "Check that it exists and its rights");
      return new Rulebook(
          texts.get(), new TableFiles(new TreeMap<>()), new Reading.Faulty(List.of(finding)));
    }
  }

  /// @throws StartRefused with every finding when there is any
  RoutingTables tables() {
    return switch (reading) {
      case Reading.Sound(var tables) -> tables;
      case Reading.Faulty(var findings) -> throw refusal(findings);
    };
  }

  /// The tables a server starts with, and those who may change them.
  record OpenTables(TablesWatch watch, RiskWatch risk, Administration administration) {}

  /// @throws StartRefused with every finding when there is nothing sound to start with
  OpenTables open(ServerConfig config, Redis redis, Keys keys, InstantSource clock) {
    var archive = new Archive(redis, keys.vault(), keys.pseudonyms(), clock);
    var check = check();
    var origin = config.routing().isPresent() ? Origin.FOLDER : Origin.SHIPPED;
    return switch (new Opening(archive, check)
        .open(new Brought(origin, files), reading, riskFiles(config))) {
      case Opening.Outcome.Refused(var findings) -> throw refusal(findings);
      case Opening.Outcome.Opened(var inForce, var findings) -> {
        findings.forEach(finding ->
            LOG.error(
                "the files of the tables did not come in, version {} stays in force: {}",
                inForce.ruling().version(),
                finding));
        var watch = new TablesWatch(archive, check, inForce, findings);
        var risk = new RiskWatch(archive, watch, () -> risks(config));
        yield new OpenTables(watch, risk, new Administration(archive, check, watch, risk, clock));
      }
    };
  }

  /// For who looks without serving: the version in force, or the files before the first start.
  ///
  /// @throws StartRefused when there is nothing sound
  RoutingTables inForce(Redis redis, Keys keys, InstantSource clock) {
    var archive = new Archive(redis, keys.vault(), keys.pseudonyms(), clock);
    return archive
        .version(archive.state().version())
        .map(version -> check().read(archive.files(version)))
        .filter(Reading.Sound.class::isInstance)
        .map(sound -> ((Reading.Sound) sound).tables())
        .orElseGet(this::tables);
  }

  private TablesCheck check() {
    return new TablesCheck(texts.messages());
  }

  private static StartRefused refusal(List<Finding> findings) {
    return new StartRefused(findings.stream().map(Finding::toString).toList());
  }

  /// Empty when there is no such key.
  Optional<String> sentence(String language, String key, Map<String, Object> arguments) {
    return texts.keys().contains(key)
        ? Optional.of(texts.text(key, language, arguments))
        : Optional.empty();
  }

  /// A sentence on each language that lacks texts. No fault: a person gets them in another.
  List<String> gaps() {
    return texts.standings().stream()
        .filter(standing -> !standing.gaps().isEmpty())
        .map(standing ->
            "Hint: %s lacks %d of %d texts, which are said in another language: %s."
                .formatted(
                    standing.locale(),
                    standing.gaps().size(),
                    texts.keys().size(),
                    standing.gaps().stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                        + (standing.gaps().size() > MOST_NAMED ? ", …" : "")))
        .toList();
  }

  /// For texts to a person.
  NeutralText.Phrases phrases() {
    return new NeutralText.Phrases() {
      @Override
      public Optional<String> sentence(String language, String key, Map<String, Object> arguments) {
        return Rulebook.this.sentence(language, key, arguments);
      }

      @Override
      public Optional<String> telling(String text, String language) {
        return texts.telling(text, language);
      }
    };
  }

  private static Optional<Texts> texts(
      Optional<Path> folder, LocalDate today, List<String> findings) {
    return switch (folder
        .map(path -> Texts.read(path, today))
        .orElseGet(() -> Texts.shipped(today))) {
      case org.havenline.translations.Reading.Sound(var texts) -> Optional.of(texts);
      case org.havenline.translations.Reading.Faulty(var faults) -> {
        faults.forEach(fault -> findings.add(fault.toString()));
        yield Optional.empty();
      }
    };
  }

  /// An operator's own folder may bring its own rules in `risk/`; else the shipped ones apply.
  /// Broken ones are left out, and the others apply.
  static RiskRules risks(ServerConfig config) {
    return riskFolder(config).map(RiskRules::read).orElseGet(RiskRules::shipped);
  }

  private static Brought riskFiles(ServerConfig config) {
    return riskFolder(config)
        .map(folder -> new Brought(Origin.FOLDER, TableFiles.ofRisk(RiskRules.files(folder))))
        .orElseGet(() -> new Brought(Origin.SHIPPED, TableFiles.ofRisk(RiskRules.shippedFiles())));
  }

  private static Optional<Path> riskFolder(ServerConfig config) {
    return config.routing().map(path -> path.resolve("risk")).filter(Files::isDirectory);
  }

  /// Loads what messages are understood by, once the doors are open: after a crash, to take what
  /// people send matters more than to understand it a second sooner.
  ///
  /// @param then what may be ready a little later still
  /// @return stops it
  static AutoCloseable learn(
      CompletableFuture<Understanding> understanding, RiskWatch watch, Runnable then) {
    var languages = aside(LanguageDetector::load);
    var risks = aside(watch::follow);
    var _ =
        languages
            .thenCombine(risks, Understanding::new)
            .whenComplete((learnt, fault) -> {
              if (fault == null) {
                understanding.complete(learnt);
              } else {
                understanding.completeExceptionally(fault);
              }
              then.run();
              // the rules of languages nobody has written in yet
              var _ = watch.findings();
              giveBack();
            });
    return () -> {
      risks.join();
      watch.close();
    };
  }

  /// Loading leaves much behind. Given back, an idle server is small; left alone, the JVM keeps
  /// more than twice of what is in use.
  private static void giveBack() {
    var vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (vm.getVMOption("MaxHeapFreeRatio").getOrigin() == VMOption.Origin.DEFAULT) {
      vm.setVMOption("MinHeapFreeRatio", "10");
      vm.setVMOption("MaxHeapFreeRatio", "30");
    }
    System.gc();
  }

  static <T> CompletableFuture<T> aside(Supplier<T> work) {
    return CompletableFuture.supplyAsync(
        work, task -> Thread.ofPlatform().name("loading").start(task));
  }
}
