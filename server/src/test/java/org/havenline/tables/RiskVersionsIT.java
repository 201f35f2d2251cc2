package org.havenline.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.havenline.tables.House.JONAS;
import static org.havenline.tables.House.PETRA;
import static org.havenline.testing.MadeUpRules.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.havenline.risk.RiskMonitor;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.version.Differences;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.tables.Administration.Outcome;
import org.havenline.tables.Opening.Brought;
import org.havenline.tables.Version.Origin;
import org.havenline.testing.MadeUpRules;
import org.junit.jupiter.api.Test;

/// Risk rules as versions on a real store.
class RiskVersionsIT extends HouseTest {
  private static final String ALWAYS = rule("always", "threats", "high", "lantern");
  private static final TableFiles FIRST = MadeUpRules.of(ALWAYS);
  private static final TableFiles OTHER =
      MadeUpRules.of(ALWAYS, rule("door", "locked-in", "elevated", "doorkey"));
  private static final TableFiles BROKEN =
      MadeUpRules.of(
          ALWAYS,
          rule("wide", "threats", "high", "lant*", "lantern"),
          rule("wrong", "threats", "high", "candle", "doorkey"));
  private static final String TEXT = "he took my lantern and my doorkey";

  @Test
  void draftOfRulesAloneKeepsTheTablesAndTheReverse() {
    var node = node(FIRST);
    var rules = node.draft(OTHER, JONAS, "a door");
    assertThat(house.archive.files(rules).tables().files().keySet())
        .isEqualTo(TableFiles.shipped().files().keySet());
    assertThat(node.publish(rules.number(), 1, JONAS, "tried")).isEqualTo(new Outcome.Done());

    var tables =
        node.draft(House.files("offer-timeout: 45s", "offer-timeout: 20s"), PETRA, "shorter");

    assertThat(tables.risk()).isEqualTo(rules.risk());
    assertThat(Differences.between(house.archive.files(rules), house.archive.files(tables)))
        .isNotEmpty()
        .noneMatch(words -> words.contains("risk/"));
  }

  @Test
  void refusedRuleOrFailingExampleKeepsAVersionFromComingInForceWithPlaceAndRemedy() {
    var node = node(FIRST);
    var draft = node.draft(BROKEN, JONAS, "wider");

    var faulty = (Outcome.Faulty) node.publish(draft.number(), 1, JONAS, "now");

    assertThat(faulty.findings())
        .extracting(Object::toString)
        .anyMatch(text -> text.matches("risk/en\\.yaml:\\d+ en\\.wide: .*would cost 80 µs.*\\. .+"))
        .anyMatch(text -> text.matches("risk/en\\.yaml:\\d+ en\\.wrong does not find .*\\. .+"));
    assertThat(house.inForce()).isEqualTo(1);
    assertThat(node.verdict(node.draft(OTHER, JONAS, "mended")).faults()).isEmpty();
  }

  @Test
  void brokenRuleAtAStartIsLeftOutAndShownAndTheOthersApply() {
    var node = node(BROKEN);
    var monitor = node.risk().follow();

    assertThat(found(monitor)).contains("en.always").doesNotContain("en.wide");
    assertThat(node.risk().findings())
        .singleElement()
        .asString()
        .contains("en.wide", "would cost 80 µs");
    var tables = node.draft(House.files("offer-timeout: 45s", "offer-timeout: 20s"), JONAS, "x");
    assertThat(node.publish(tables.number(), 1, JONAS, "x"))
        .as("rules that are in force already are no fault of a version")
        .isEqualTo(new Outcome.Done());
    node.risk().close();
  }

  @Test
  void goingBackToAnyVersionThatWasInForceRestoresItsRulesExactly() {
    var node = node(FIRST);
    var monitor = node.risk().follow();
    for (var rules : List.of(OTHER, MadeUpRules.of(rule("door", "threats", "high", "doorkey")))) {
      long over = house.inForce();
      assertThat(node.publish(node.draft(rules, JONAS, "x").number(), over, JONAS, "x"))
          .isEqualTo(new Outcome.Done());
    }
    var never = node.draft(FIRST, JONAS, "never in force").number();
    node.risk().look();
    assertThat(found(monitor)).containsExactly("en.door");

    assertThat(node.rollBack(never, 3, PETRA, "x")).isInstanceOf(Outcome.Refused.class);
    assertThat(node.rollBack(99, 3, PETRA, "x")).isEqualTo(new Outcome.Unknown());
    assertThat(node.rollBack(1, 3, PETRA, "as in spring")).isEqualTo(new Outcome.Done());
    node.risk().look();

    assertThat(found(monitor)).containsExactly("en.always");
    assertThat(node.risk().version()).isEqualTo(1);
    assertThat(monitor.read(TEXT, Set.of("en")).version()).isEqualTo(1);
    assertThat(house.archive.files(house.archive.version(1).orElseThrow()).risk().files())
        .containsExactlyEntriesOf(FIRST.files());
    assertThat(house.archive.chain().firstBroken(house.archive.audit())).isEmpty();
    node.risk().close();
  }

  @Test
  void ofTwoAdministratorsAtOnceOneIsRefusedWithTheReason() throws Exception {
    var node = node(FIRST);
    var one = node.draft(OTHER, JONAS, "a").number();
    var two = node.draft(MadeUpRules.of(ALWAYS, ALWAYS.replace("always", "too")), PETRA, "b");
    List<Callable<Outcome>> both =
        List.of(
            () -> node.publish(one, 1, JONAS, "now"),
            () -> node.publish(two.number(), 1, PETRA, "now"));

    var outcomes = new ArrayList<Outcome>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var deed : threads.invokeAll(both)) {
        outcomes.add(deed.get());
      }
    }

    assertThat(outcomes).containsOnlyOnce(new Outcome.Done());
    assertThat(outcomes)
        .filteredOn(Outcome.Refused.class::isInstance)
        .singleElement()
        .asString()
        .contains("is in force, not 1. Look at the difference with it first.");
  }

  @Test
  void releaseWithOtherRulesReplacesOnlyItsOwn() {
    node(FIRST);
    var node = node(OTHER);
    assertThat(house.inForce()).as("a newer release").isEqualTo(2);
    var own = MadeUpRules.of(ALWAYS, rule("own", "threats", "high", "window"));
    node.publish(node.draft(own, JONAS, "x").number(), 2, JONAS, "x");

    node(FIRST);

    assertThat(house.inForce()).as("what a house has published stays").isEqualTo(3);
    house.open(
        Origin.SHIPPED,
        TableFiles.shipped(),
        new Brought(
            Origin.FOLDER, MadeUpRules.of(ALWAYS, rule("farm", "threats", "high", "orchard"))));
    assertThat(house.inForce()).as("an operator's own files come in").isEqualTo(4);
  }

  /// Two nodes read without a pause while one publishes; the rule that stands in every version
  /// never misses, and each node comes to read by the newest.
  @Test
  void publishingUnderLoadMissesNothingOnEitherNode() throws Exception {
    var one = node(FIRST);
    var two = node(FIRST);
    var missed = new AtomicLong();
    var read = new AtomicLong();
    var done = new AtomicBoolean();
    var readers = new ArrayList<Thread>();
    for (var monitor : List.of(one.risk().follow(), two.risk().follow())) {
      readers.add(
          Thread.ofPlatform()
              .start(() -> {
                while (!done.get()) {
                  missed.addAndGet(found(monitor).contains("en.always") ? 0 : 1);
                  read.incrementAndGet();
                }
              }));
    }
    int publishes = 10;
    for (int i = 1; i <= publishes; i++) {
      long before = read.get();
      var next = one.draft(i % 2 == 0 ? FIRST : OTHER, JONAS, "x").number();
      assertThat(one.publish(next, house.inForce(), JONAS, "x")).isEqualTo(new Outcome.Done());
      two.watch().look();
      one.risk().look();
      two.risk().look();
      assertThat(List.of(one.risk().version(), two.risk().version())).containsOnly(next);
      while (read.get() == before) {
        Thread.onSpinWait();
      }
    }
    done.set(true);
    for (var reader : readers) {
      reader.join();
    }

    System.out.println(read + " read over " + publishes + " publishes, " + missed + " missed");
    assertThat(missed.get()).isZero();
    one.risk().close();
    two.risk().close();
  }

  @Test
  void levelChangedInAVersionIsReadByIt() {
    var node = node(FIRST);
    var monitor = node.risk().follow();
    var draft =
        node.draft(MadeUpRules.of(ALWAYS.replace("level: high", "level: elevated")), JONAS, "x");
    assertThat(node.publish(draft.number(), 1, JONAS, "x")).isEqualTo(new Outcome.Done());
    node.risk().look();

    assertThat(monitor.assess(TEXT, Set.of("en")).level()).isEqualTo(RiskLevel.ELEVATED);
    assertThat(
            Differences.between(
                house.archive.files(house.archive.version(1).orElseThrow()),
                house.archive.files(draft)))
        .containsExactly("rule en.always: level high -> elevated");
    node.risk().close();
  }

  private Administration node(TableFiles rules) {
    var opened =
        (Opening.Outcome.Opened)
            house.open(Origin.SHIPPED, TableFiles.shipped(), new Brought(Origin.SHIPPED, rules));
    return house.administration(
        new TablesWatch(house.archive, House.CHECK, opened.inForce(), opened.findings()));
  }

  private static List<String> found(RiskMonitor monitor) {
    return monitor.assess(TEXT, Set.of("en")).signals().stream()
        .map(signal -> signal.ruleId())
        .toList();
  }
}
