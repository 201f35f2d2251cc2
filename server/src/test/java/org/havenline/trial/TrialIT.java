package org.havenline.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.havenline.testing.MadeUpRules.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.havenline.channel.KeyAnswer;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.correction.Corrections.By;
import org.havenline.risk.RiskAssessment;
import org.havenline.risk.RiskMonitor;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.risk.RiskRules;
import org.havenline.testing.Canaries;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.havenline.testing.MadeUpRules;
import org.junit.jupiter.api.Test;

/// Changed rules tried on the messages of a line whose rules are the shipped ones.
class TrialIT extends LineTest {
  private static final String CALM = "hello, I would like to ask about your opening hours";
  private static final String DANGER = "please help me, he is going to kill me tonight";
  private static final List<String> TEXTS =
      List.of(CALM, DANGER, CALM + " near the lantern", "the lantern and the doorkey are here");
  private static final RiskRules CHANGED =
      rules(
          rule("lantern", "threats", "high", "lantern"),
          rule("door", "locked-in", "elevated", "doorkey"));

  @Test
  void rulesInForceMoveNobody() {
    receiveAll();

    var report = tried(shipped());

    assertThat(report.compared()).isEqualTo(TEXTS.size());
    assertThat(report.moved()).isEmpty();
    assertThat(report.rise() + report.fall()).isZero();
    assertThat(report.matrix()).allMatch(step -> step.before() == step.after());
    assertThat(report.whole()).isTrue();
    assertThat(report.rules()).isNotEmpty().allMatch(rule -> rule.before() == rule.after());
  }

  @Test
  void figuresEqualADirectRecomputation() {
    var contacts = receiveAll();
    var expected = new HashMap<List<RiskLevel>, Integer>();
    try (var changed = RiskMonitor.of(CHANGED)) {
      contacts.forEach((contact, text) -> {
        var was = RiskAssessment.parse(line.contact(contact).understanding().signals()).level();
        var now = changed.assess(text, Set.of("en")).level();
        expected.merge(List.of(was, now), 1, Integer::sum);
      });
    }

    var report = tried(CHANGED);

    var matrix = new HashMap<List<RiskLevel>, Integer>();
    report
        .matrix()
        .forEach(step -> matrix.put(List.of(step.before(), step.after()), step.contacts()));
    assertThat(matrix).isEqualTo(expected);
    assertThat(report.rise()).isEqualTo(2);
    assertThat(report.fall()).as("the danger, which these rules do not know").isEqualTo(1);
    assertThat(report.read()).isEqualTo(TEXTS.size());
    assertThat(report.moved())
        .anySatisfy(one -> {
          assertThat(one.after()).isEqualTo(RiskLevel.IMMEDIATE);
          assertThat(one.by())
              .extracting(TrialReport.By::rule)
              .containsExactlyInAnyOrder("en.lantern", "en.door");
          assertThat(one.by().getFirst().words().getFirst().start()).isEqualTo(4);
        });
    TrialText.of(report).forEach(System.out::println);
  }

  @Test
  void shreddedContentIsCountedAsGoneAndComparedByRuleAlone() {
    var contact = line.receive("SM1", "+12025550101", DANGER);
    line.redis.call("HDEL", Line.KEYS.contact(contact), "key");
    var shipped = shipped();
    var found = signals(contact);
    assertThat(found).isNotEmpty();

    var same = triedByAnother(shipped);
    assertThat(same.read()).isZero();
    assertThat(same.gone()).isEqualTo(1);
    assertThat(same.moved()).isEmpty();

    var without =
        new RiskRules(
            shipped.rules().stream().filter(rule -> !found.contains(rule.id())).toList(),
            shipped.levels(),
            List.of());
    var report = triedByAnother(without);
    assertThat(report.fall()).isEqualTo(1);
    assertThat(report.moved().getFirst().lost()).containsExactlyInAnyOrderElementsOf(found);
  }

  /// No rule found it, so no rules take it away; neither while her text is kept nor after.
  @Test
  void signOfAKeyStaysWhateverTheRulesSay() {
    line.intake.accept(
        line.text("SM1", "+12025550101", CALM)
            .readAs(CALM, List.of(new KeyAnswer.Sign("cannot-talk", RiskLevel.HIGH))));
    var contact = line.receive("SM2", "+12025550101", CALM);

    assertThat(tried(CHANGED).moved()).isEmpty();
    line.redis.call("HDEL", Line.KEYS.contact(contact), "key");
    assertThat(triedByAnother(CHANGED).moved()).isEmpty();
  }

  @Test
  void contactThatIsNotKeptAnyMoreIsCountedAndNotCompared() {
    var contact = line.receive("SM1", "+12025550101", DANGER);
    line.receive("SM2", "+12025550101", CALM);
    var kept = line.redis.call("DUMP", Line.KEYS.contact(contact)).bytes();
    line.redis.call("DEL", Line.KEYS.contact(contact));

    var report = tried(CHANGED);

    assertThat(report.compared()).isZero();
    assertThat(report.forgotten()).isEqualTo(1);
    assertThat(report.gone()).isEqualTo(2);
    line.redis.call("RESTORE", Line.KEYS.contact(contact), 0, kept);
  }

  @Test
  void verdictsOfStaffStandBesideEachRule() {
    var contact = line.receive("SM1", "+12025550101", DANGER);
    var found = signals(contact);
    line.corrections.risk(
        contact,
        new By(new ResponderId("miriam"), true),
        line.contact(contact).understanding().risk());

    var report = tried(CHANGED);

    assertThat(report.rules())
        .filteredOn(rule -> found.contains(rule.rule()))
        .hasSize(found.size())
        .allMatch(rule -> rule.confirmedBefore() == 1 && rule.confirmedAfter() == 0);
    assertThat(report.judgedBefore()).isEqualTo(new TrialReport.Agreement(0, 1, 0));
    assertThat(report.judgedAfter()).isEqualTo(new TrialReport.Agreement(0, 0, 1));
  }

  @Test
  void limitEndsItAndIsSaid() {
    receiveAll();

    var report = tried(CHANGED, clock.instant().minus(Duration.ofDays(1)), 2);

    assertThat(report.whole()).isFalse();
    assertThat(report.read()).isEqualTo(2);
    var none = tried(CHANGED, clock.instant().plusSeconds(1), 100);
    assertThat(none.compared()).as("nothing since then").isZero();
    assertThat(none.whole()).isTrue();
  }

  @Test
  void noWordOfAMessageLeavesATrial() {
    var canaries = new Canaries(new Random(7));
    var word = canaries.word("a message");
    line.receive("SM1", "+12025550101", CALM + " lantern " + word);

    var report = tried(rules(rule("word", "threats", "high", word)));

    assertThat(report.rise()).as("the rule that names it finds it").isEqualTo(1);
    assertThat(canaries.foundIn(report.toString().getBytes(UTF_8))).isEmpty();
    assertThat(canaries.foundIn(String.join("\n", TrialText.of(report)).getBytes(UTF_8))).isEmpty();
    assertThat(canaries.foundIn(word.getBytes(UTF_8))).as("it would be seen").isNotEmpty();
  }

  private Map<ContactId, String> receiveAll() {
    var all = new LinkedHashMap<ContactId, String>();
    for (int i = 0; i < TEXTS.size(); i++) {
      all.put(line.receive("SM" + i, "+1202555010" + i, TEXTS.get(i)), TEXTS.get(i));
    }
    return all;
  }

  private List<String> signals(ContactId contact) {
    return RiskAssessment.parse(line.contact(contact).understanding().signals()).signals().stream()
        .map(signal -> signal.ruleId())
        .toList();
  }

  private TrialReport tried(RiskRules rules) {
    return tried(rules, clock.instant().minus(Duration.ofDays(1)), 1_000);
  }

  private TrialReport tried(RiskRules rules, Instant since, int most) {
    return tried(line, rules, since, most);
  }

  /// Of a node that has opened no conversation yet.
  private TrialReport triedByAnother(RiskRules rules) {
    try (var other = line.another(store)) {
      return tried(other, rules, clock.instant().minus(Duration.ofDays(1)), 1_000);
    }
  }

  private static TrialReport tried(Line line, RiskRules rules, Instant since, int most) {
    var trial = new Trial(line.events, line.contacts, line.conversations, line.verdicts);
    try (var changed = RiskMonitor.of(rules)) {
      return trial.run(changed, new Trial.Limits(since, most, () -> false));
    }
  }

  private static RiskRules rules(String... rules) {
    var read = RiskRules.read(MadeUpRules.of(rules).riskByName());
    assertThat(read.findings()).isEmpty();
    return read;
  }

  /// Those the texts of this test are read by: the others only take time to build.
  private static RiskRules shipped() {
    var all = RiskRules.shipped();
    return new RiskRules(
        all.rules().stream()
            .filter(rule -> Set.of("en", "neutral").contains(rule.language()))
            .toList(),
        all.levels(),
        List.of());
  }
}
