package org.havenline.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.havenline.tables.House.JONAS;
import static org.havenline.tables.House.PETRA;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.havenline.audit.AuditEntry;
import org.havenline.contact.LineId;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.tables.Administration.Outcome;
import org.havenline.tables.Version.Origin;
import org.junit.jupiter.api.Test;

/// Versions of the tables on a real store.
class AdministrationIT extends HouseTest {
  private static final TableFiles SHORTER = House.files("offer-timeout: 45s", "offer-timeout: 20s");
  private static final TableFiles BROKEN = House.files("queue: minors", "queue: minor");

  private static final String PARTNER =
      """
      partners:
        - id: abroad
          name: A line abroad
          languages: [en, es, fr, ar, uk, ru, pt-BR]
          channels: [sms, whatsapp, voice, webchat]
          phone: "+380443932000"
          hours: {from: "08:00", to: "22:00", time-zone: Europe/Kyiv}
      """;

  @Test
  void publishedVersionIsInForceOnEveryNodeAndTakenBackInOneStep() {
    var one = house.node();
    var two = house.node();
    assertThat(house.inForce()).isEqualTo(1);
    var draft = one.draft(SHORTER, JONAS, "shorter rings");
    assertThat(house.inForce()).as("a draft changes nothing").isEqualTo(1);

    assertThat(one.publish(draft.number(), 1, JONAS, "tried on Sunday"))
        .isEqualTo(new Outcome.Done());
    assertThat(one.watch().get().ruling().version()).isEqualTo(2);
    assertThat(two.watch().look().ruling()).isEqualTo(one.watch().get().ruling());
    assertThat(two.watch().get().tables()).isEqualTo(one.watch().get().tables());

    assertThat(two.rollBack(2, PETRA, "it rings in vain")).isEqualTo(new Outcome.Done());
    assertThat(one.watch().look().ruling().version()).isEqualTo(1);
    assertThat(one.rollBack(1, JONAS, "not so")).isEqualTo(new Outcome.Done());
    assertThat(house.inForce()).as("twice is back again").isEqualTo(2);
    assertThat(house.archive.audit())
        .extracting(entry -> entry.author() + " " + entry.deed() + " " + entry.object())
        .containsExactly(
            "(files) published version 1",
            "jonas drafted version 2",
            "jonas published version 2",
            "petra rolled back to version 1",
            "jonas rolled back to version 2");
    assertThat(house.archive.chain().firstBroken(house.archive.audit())).isEmpty();
  }

  @Test
  void brokenDraftIsKeptAndCanNeverComeInForce() {
    var node = house.node();
    var draft = node.draft(BROKEN, JONAS, "half done");

    assertThat(node.publish(draft.number(), 1, JONAS, "now"))
        .isInstanceOfSatisfying(
            Outcome.Faulty.class,
            faulty ->
                assertThat(faulty.findings())
                    .singleElement()
                    .asString()
                    .matches("plans\\.yaml:\\d+ there is no queue 'minor'.*"));
    assertThat(house.inForce()).isEqualTo(1);
    assertThat(house.archive.files(draft).files()).containsOnlyKeys(BROKEN.files().keySet());
  }

  @Test
  void draftThatLetsSomebodyFallThroughCannotComeInForceButOneWithDoubtsCan() {
    var node = house.node();
    var falls = node.draft(House.files(AdministrationIT::fallsThrough), JONAS, "fewer pages");
    var doubtful = House.files("[en, es, fr,", "[en, es, ja, fr,");
    var draft = node.draft(doubtful, JONAS, "Japanese soon");

    assertThat(((Outcome.Faulty) node.publish(falls.number(), 1, JONAS, "now")).findings())
        .singleElement()
        .asString()
        .contains("plans.yaml:", "somebody falls through: a contact by sms, in English");
    assertThat(node.verdict(draft).faults()).isEmpty();
    assertThat(node.verdict(draft).doubts())
        .singleElement()
        .asString()
        .contains("offers Japanese, which nobody");
    assertThat(node.publish(draft.number(), 1, JONAS, "now")).isEqualTo(new Outcome.Done());
  }

  @Test
  void goingBackNeedsNoProof() {
    var gap = House.files("who: [tomas]\n    fallback: reserve", "who: [tomas]");
    var node = house.node(Origin.FOLDER, House.files(AdministrationIT::fallsThrough));
    var draft = node.draft(gap, JONAS, "mended");
    assertThat(node.verdict(draft).faults()).isEmpty();
    assertThat(node.publish(draft.number(), 1, JONAS, "now")).isEqualTo(new Outcome.Done());

    assertThat(node.rollBack(2, JONAS, "at once")).isEqualTo(new Outcome.Done());
  }

  /// Ends with a partner who sleeps at night.
  private static String fallsThrough(String text) {
    return text.replace(
            "      - after: 15m\n        page: supervisor-on-call\n",
            "      - after: 15m\n        partner: {line: abroad, tell: waiting}\n")
        .replace("queues:\n", PARTNER + "queues:\n");
  }

  @Test
  void whatARunningServerCannotFollowIsRefusedInWords() {
    var node = house.node();
    var other = node.draft(House.files("id: demo ", "id: other "), JONAS, "renamed");
    var nobody =
        node.draft(House.files("roles: [administrator]", "roles: [supervisor]"), JONAS, "x");

    assertThat(((Outcome.Faulty) node.publish(other.number(), 1, JONAS, "now")).findings())
        .extracting(Object::toString)
        .anyMatch(text -> text.contains("the line 'demo' is missing"))
        .anyMatch(text -> text.contains("the line 'other' is new. Put it in the files"));
    assertThat(((Outcome.Faulty) node.publish(nobody.number(), 1, JONAS, "now")).findings())
        .extracting(Object::toString)
        .anyMatch(text -> text.contains("nobody could change these tables any more"));
  }

  @Test
  void twoWhoPublishOverTheSameVersionDoNotUndoEachOther() {
    var node = house.node();
    var first = node.draft(SHORTER, JONAS, "one");
    var second = node.draft(House.files("offer-timeout: 30s", "offer-timeout: 25s"), PETRA, "two");

    assertThat(node.publish(first.number(), 1, JONAS, "now")).isEqualTo(new Outcome.Done());
    assertThat(node.publish(second.number(), 1, PETRA, "now"))
        .isEqualTo(
            new Outcome.Refused(
                "Version 2 is in force, not 1. Look at the difference with it first."));
    assertThat(node.publish(second.number(), 2, PETRA, "seen")).isEqualTo(new Outcome.Done());
  }

  @Test
  void whereTwoAreNeededAnotherPersonApproves() {
    var node = house.node(Origin.FOLDER, House.forTwo());
    var draft = node.draft(SHORTER, JONAS, "for one again").number();

    assertThat(node.publish(draft, 1, JONAS, "please")).isEqualTo(new Outcome.Awaiting());
    assertThat(house.inForce()).isEqualTo(1);
    assertThat(node.approve(draft, JONAS, "myself"))
        .isEqualTo(
            new Outcome.Refused("You asked for it yourself; another person has to approve it."));
    assertThat(node.approve(draft, PETRA, "seen")).isEqualTo(new Outcome.Done());
    assertThat(house.inForce()).isEqualTo(2);
  }

  @Test
  void approvalIsForWhatWasInForceWhenItWasAskedFor() {
    var node = house.node(Origin.FOLDER, House.forTwo());
    var asked = node.draft(SHORTER, JONAS, "a").number();
    var other =
        node.draft(House.files("offer-timeout: 30s", "offer-timeout: 25s"), JONAS, "b").number();
    node.publish(asked, 1, JONAS, "please");
    node.publish(other, 1, JONAS, "please");
    node.approve(other, PETRA, "seen");

    assertThat(node.approve(asked, PETRA, "seen")).isInstanceOf(Outcome.Refused.class);
    assertThat(node.approve(99, PETRA, "seen")).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void switchesAreSeenByEveryNodeWithoutAVersion() {
    var one = house.node();
    var two = house.node();
    var line = new LineId("demo");

    one.mode(Mode.SURGE, JONAS, "the news");
    one.lineDown(line, "+12025550199", JONAS, "no power");
    assertThat(two.watch().look().switches().mode()).isEqualTo(Mode.SURGE);
    assertThat(two.watch().get().isDown(line)).isTrue();
    assertThat(two.watch().get().switches().down()).containsEntry(line, "+12025550199");
    assertThat(two.watch().get().ruling().version()).isEqualTo(1);

    two.lineUp(line, PETRA, "power is back");
    assertThat(one.watch().look().isDown(line)).isFalse();
    assertThat(one.lineDown(new LineId("none"), "", JONAS, "x")).isEqualTo(new Outcome.Unknown());
    assertThat(one.lineDown(line, "+1", JONAS, "x")).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void storeHoldsNeitherTheFilesNorTheirNumbersInTheClear() {
    var node = house.node();
    node.lineDown(new LineId("demo"), "+12025550199", JONAS, "x");

    for (var key : redis.call("KEYS", "*").texts()) {
      var all = new StringBuilder(key);
      if (redis.call("TYPE", key).text().equals("hash")) {
        redis
            .call("HGETALL", key)
            .fields()
            .forEach((name, value) -> all.append(name).append(new String(value, UTF_8)));
      }
      assertThat(all.toString()).doesNotContain("2025550199").doesNotContain("responders:");
    }
  }

  @Test
  void entryChangedInTheStoreIsFound() {
    var node = house.node();
    node.mode(Mode.SURGE, JONAS, "the news");
    node.mode(Mode.NORMAL, JONAS, "quiet again");
    var second = redis.call("LINDEX", "{tables}:audit", 1).text();
    redis.call("LSET", "{tables}:audit", 1, second.replace("jonas", "petra"));

    assertThat(house.archive.chain().firstBroken(house.archive.audit())).hasValue(2);
  }

  @Test
  void oldVersionsAreForgottenButWhatIsInForceAndTheLogAreNot() {
    var node = house.node();
    for (int i = 0; i < 210; i++) {
      int seconds = 20 + i;
      var all = new TreeMap<String, byte[]>();
      all.put("x.yaml", ("offer-timeout: " + seconds + "s").getBytes(UTF_8));
      node.draft(new TableFiles(all), JONAS, "draft " + i);
    }

    assertThat(house.archive.versions()).hasSize(200);
    assertThat(house.archive.versions().getLast().number()).isEqualTo(1);
    assertThat(redis.call("HLEN", "{tables}:files").number())
        .isEqualTo(199 + TableFiles.SHIPPED.size());
    assertThat(house.archive.audit()).hasSize(211);
  }

  @Test
  void hundredDeedsAtOnceAreAllDoneOneAfterTheOther() throws Exception {
    var nodes = List.of(house.node(), house.node());
    var deeds = new ArrayList<Callable<Outcome>>();
    for (int i = 0; i < 100; i++) {
      var node = nodes.get(i % 2);
      var mode = i % 3 == 0 ? Mode.SURGE : Mode.NORMAL;
      deeds.add(() -> node.mode(mode, JONAS, "at once"));
    }
    try (var all = Executors.newFixedThreadPool(4)) {
      for (var deed : all.invokeAll(deeds)) {
        assertThat(deed.get()).isEqualTo(new Outcome.Done());
      }
    }

    assertThat(house.archive.audit())
        .hasSize(101)
        .extracting(AuditEntry::n)
        .doesNotHaveDuplicates();
    assertThat(house.archive.chain().firstBroken(house.archive.audit())).isEmpty();
  }
}
