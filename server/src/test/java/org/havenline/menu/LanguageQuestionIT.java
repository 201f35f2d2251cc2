package org.havenline.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.havenline.channel.KeyAnswer;
import org.havenline.intake.Intake;
import org.havenline.intake.Understanding;
import org.havenline.language.LanguageDetector;
import org.havenline.queue.Tables;
import org.havenline.risk.RiskMonitor;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.AskLanguage;
import org.havenline.routingconfig.risk.RiskRules;
import org.havenline.testing.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person is asked for her language once, and only where nothing speaks against it.
class LanguageQuestionIT extends AskingLineTest {
  @TempDir private Path folder;

  @Test
  void sheIsInHerPlaceAndIsAskedOnce() {
    var contact = line.receive("SM1", HER, UNKNOWN);
    assertThat(texts(contact)).containsExactly(UNKNOWN, MENU);
    assertThat(waiting()).containsExactly(contact.value());

    line.receive("SM2", HER, UNKNOWN);
    atOnce(8, () -> line.question.ask(contact));
    assertThat(automatic(contact)).containsExactly(MENU);

    line.redis.call("HDEL", Line.KEYS.contact(contact), "menu");
    set(contact, "certainty", "ASK");
    line.question.ask(contact);
    assertThat(outbox(contact)).as("without the mark of it, a second one").isEqualTo(2);
  }

  @Test
  void whoseLanguageIsKnownIsNotAsked() {
    assertThat(automatic(line.receive("SM1", HER, KNOWN))).isEmpty();
  }

  @Test
  void sheIsAskedOnlyWhileNobodyHasTakenHerAndAnswersUntilHeWrites() {
    var taken = line.receive("SM1", HER, KNOWN);
    connect(LUCIA, taken);
    set(taken, "certainty", "ASK");
    line.question.ask(taken);
    assertThat(automatic(taken)).isEmpty();

    var asked = line.receive("SM2", "+12025550102", UNKNOWN);
    leaves(asked);
    var owned = connect(TOMAS, asked);
    line.conversations.write(asked, TOMAS, owned.epoch(), "How many are you?", "k");
    line.receive("SM3", "+12025550102", "2");
    assertIsOnlyAMessage(asked, "2");

    var late = line.receive("SM4", "+12025550103", UNKNOWN);
    leaves(late);
    connect(TOMAS, late);
    line.receive("SM5", "+12025550103", "2");
    assertThat(line.contact(late).understanding().language()).isEqualTo("es");
    assertThat(line.contact(late).isOwnedBy(TOMAS)).isTrue();
  }

  @Test
  void nobodyIsAskedWhoStoppedOrIsNotAloneOrCannotTalk() {
    var stopped = line.receive("SM1", HER, KNOWN);
    set(stopped, "certainty", "ASK", "textable", "0");
    line.question.ask(stopped);
    assertThat(automatic(stopped)).isEmpty();
    set(stopped, "textable", "1");
    line.question.ask(stopped);
    assertThat(automatic(stopped)).as("but for the STOP").hasSize(1);

    for (var code : List.of("cannot-talk", "controller-present", "hostile-caller", "nuisance")) {
      var from = "+1202555012" + code.length() % 10;
      accept("SM" + code, from, UNKNOWN, new KeyAnswer.Sign(code, RiskLevel.ELEVATED));
      var contact = line.receive("SMa" + code, from, UNKNOWN);
      assertThat(automatic(contact)).as(code).isEmpty();
    }
  }

  @Test
  void oneAutomaticTextUnlessSheAnsweredOrTheTableSaysOtherwise() {
    var silent = line.receive("SM1", HER, UNKNOWN);
    tell(silent);
    assertThat(automatic(silent)).containsExactly(MENU);
    assertThat(line.contact(silent).escalated().did()).isEqualTo("tell-asked");

    var answered = line.receive("SM2", "+12025550102", UNKNOWN);
    leaves(answered);
    line.receive("SM3", "+12025550102", "2");
    tell(answered);
    assertThat(automatic(answered)).containsExactly(MENU, "x");

    var unsent = line.receive("SM4", "+12025550103", UNKNOWN);
    line.redis.call("HSET", Line.KEYS.message(menu(unsent)), "state", "expired");
    tell(unsent);
    assertThat(automatic(unsent)).containsExactly(MENU, "x");

    var told = line.receive("SM5", "+12025550104", KNOWN);
    tell(told);
    set(told, "certainty", "ASK");
    line.question.ask(told);
    assertThat(automatic(told)).containsExactly("x");

    line.tables = Line.tables(AskLanguage.EXTRA);
    line.question.ask(told);
    assertThat(automatic(told)).hasSize(2);
    var both = line.receive("SM6", "+12025550105", UNKNOWN);
    tell(both);
    assertThat(automatic(both)).containsExactly(MENU, "x");
  }

  @Test
  void tableSaysNeverAndAClosedLineAsksNobody() throws IOException {
    line.tables = Line.tables(AskLanguage.NEVER);
    assertThat(automatic(line.receive("SM1", HER, UNKNOWN))).isEmpty();

    var shut = "hours:\n  - id: shut\n    week: {mon-sun: [\"03:00-04:00\"], holidays: closed}\n";
    line.tables = tables("hours: shut", shut);
    assertThat(automatic(line.receive("SM2", "+12025550102", UNKNOWN))).isEmpty();

    line.tables = Line.tables(AskLanguage.ONCE);
    assertThat(automatic(line.receive("SM3", "+12025550103", UNKNOWN))).containsExactly(MENU);
  }

  @Test
  void askingThatFailsHoldsNothingUp() {
    var broken =
        new LanguageQuestion(
            line.redis,
            Line.KEYS,
            () -> line.tables,
            line.contacts,
            line.transcripts,
            line.pseudonyms,
            () -> {
              throw new IllegalStateException("planted");
            },
            clock);
    var understanding =
        new Understanding(LanguageDetector.load(), RiskMonitor.of(RiskRules.shipped()));
    var intake =
        new Intake(
            line.door,
            line.quarantine,
            line.contacts,
            org.havenline.places.Hearing.NONE,
            () -> understanding,
            line.arrivals,
            broken,
            line.corrections::chosen,
            () -> {});
    intake.accept(line.text("SM1", HER, UNKNOWN));
    intake.accept(line.text("SM2", HER, "hola?"));
    intake.perform(line.inbox.claim().orElseThrow());

    assertThat(line.inbox.claim()).as("nothing is left to do").isEmpty();
    var contact = line.contacts.open().getFirst().id();
    assertThat(texts(contact)).contains(UNKNOWN, "hola?");
  }

  private static void atOnce(int times, Runnable work) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : Collections.nCopies(times, work)) {
        threads.execute(one);
      }
    }
  }

  /// The shipped ones with one more key of the line.
  private Tables tables(String key, String more) throws IOException {
    var shipped = Path.of("../routing-config/tables");
    try (var files = Files.list(shipped)) {
      for (var file : files.toList()) {
        var text = Files.readString(file);
        var own = key.substring(0, key.indexOf(':') + 1);
        Files.writeString(
            folder.resolve(file.getFileName().toString()),
            file.endsWith("lines.yaml")
                ? text.replaceAll("(?m)^    " + own + ".*\n", "") + "    " + key + "\n"
                : text);
      }
    }
    Files.writeString(folder.resolve("more.yaml"), more);
    return switch (RoutingTables.read(folder, Set.of("waiting", "page"))) {
      case Reading.Sound(var sound) -> Tables.of(sound, "demo");
      case Reading.Faulty(var findings) -> throw new AssertionError(findings);
    };
  }
}
