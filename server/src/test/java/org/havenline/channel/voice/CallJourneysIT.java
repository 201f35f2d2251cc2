package org.havenline.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.havenline.channel.voice.call.CallId;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.privacy.KeyFolder;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallJourneysIT extends LineTest {
  private static final String HERS = CallLine.HERS;

  private CallLine on;

  @BeforeEach
  void open(@TempDir Path keys) {
    on = new CallLine(line, new KeyFolder(keys, true));
  }

  @Test
  void oneWhoChoosesHerLanguageWaitsInItAndMeetsWhoSpeaksIt() {
    on.onDuty("lucia", "oksana");
    on.waitsIn("es", "CA1", "+5215512345678");
    var contact = on.contact("CA1");
    assertThat(contact.channel()).isEqualTo(Channel.VOICE);
    assertThat(contact.understanding().language()).isEqualTo("es");
    assertThat(contact.understanding().certainty()).isEqualTo(Contact.Understanding.OWN);
    assertThat(on.ringing()).containsExactly("lucia");
    assertThat(on.ring("lucia").from()).isEqualTo(CallLine.OURS);

    assertThat(on.picksUp("lucia")).isInstanceOf(Turn.Ask.class);
    assertThat(on.next("CA1")).isInstanceOf(Turn.Ask.class);
    var his = (Turn.Talk) on.presses("lucia", "1");
    on.work();
    assertThat(on.telephones.fetched).contains(new CallId("CA1"));
    assertThat(((Turn.Talk) on.next("CA1")).room()).isEqualTo(his.room());
    assertThat(on.contact("CA1").isOwnedBy(new ResponderId("lucia"))).isTrue();
  }

  @Test
  void aKeyMeansWhatSheHeardWhateverOthersChooseMeanwhile() {
    on.calls("CA0", "anonymous");
    var heard = others("CA0");
    for (int other = 1; other <= 3; other++) {
      on.waitsIn("ru", "CA" + other, "anonymous");
    }
    on.calls("CA4", "anonymous");
    assertThat(others("CA4").words()).isNotEqualTo(heard.words());
    on.rooms.attendant().menu(new CallId("CA0"), 1, 0, keyOf("uk", heard));
    on.work();
    assertThat(on.contact("CA0").understanding().language()).isEqualTo("uk");
  }

  /// The languages behind the first ones.
  private Turn.Ask others(String call) {
    return (Turn.Ask) on.rooms.attendant().menu(new CallId(call), 0, 0, "9");
  }

  private static String keyOf(String language, Turn.Ask menu) {
    return menu.words().stream()
        .filter(spoken -> spoken.language().equals(language))
        .map(spoken -> spoken.text().replaceAll("\\D", ""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void silenceAndWrongKeysEndWithAPerson() {
    on.onDuty("ruth");
    var attendant = on.rooms.attendant();
    on.calls("CA1", HERS);
    assertThat(attendant.menu(new CallId("CA1"), 0, 0, "")).isInstanceOf(Turn.Ask.class);
    assertThat(attendant.menu(new CallId("CA1"), 0, 1, "")).isInstanceOf(Turn.Ask.class);
    on.calls("CA2", "anonymous");
    attendant.menu(new CallId("CA2"), 0, 0, "8");
    attendant.menu(new CallId("CA2"), 0, 1, "*");
    on.work();
    for (var call : List.of("CA1", "CA2")) {
      assertThat(on.contact(call).state()).isIn(ContactState.QUEUED, ContactState.OFFERED);
      assertThat(on.contact(call).understanding().isLanguageChosen()).isFalse();
    }
    assertThat(on.ringing()).containsExactly("ruth");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anonymous",
        "unknown",
        "",
        "+266696687",
        "+7378742833",
        "+2562533",
        "+8656696",
        "+86282452253",
        "sip:her@example.org",
        "client:her",
        "abc",
        "+1",
        "\"><Dial>"
      })
  void whoeverCallsWithoutANumberIsServedAndNeverTakenForAnother(String from) {
    on.onDuty("lucia");
    on.waitsIn("es", "CA1", from);
    on.waitsIn("es", "CA2", from);
    assertThat(on.contact("CA1").person()).isNotEqualTo(on.contact("CA2").person());
    assertThat(on.contact("CA1").earlier()).isZero();
    assertThat(on.contact("CA2").earlier()).isZero();
    assertThat(on.ringing()).containsExactly("lucia");
  }

  @Test
  void aSecondCallFromANumberThatIsOnTheLineIsSomebodyElse() {
    on.waitsIn("es", "CA1", HERS);
    on.waitsIn("uk", "CA2", HERS);
    assertThat(on.contact("CA1").person()).isNotEqualTo(on.contact("CA2").person());
    assertThat(on.contact("CA1").understanding().language()).isEqualTo("es");
  }

  @Test
  void whoWasCutOffFindsHerPlaceWhenSheCallsAgain() {
    on.waitsIn("uk", "CA1", HERS);
    var first = on.contact("CA1");
    on.sheHangsUp("CA1");
    assertThat(on.contact("CA1").left()).isPresent();
    on.passes(Duration.ofSeconds(30));
    on.waitsIn("uk", "CA2", HERS);
    assertThat(on.contact("CA2").id()).isEqualTo(first.id());
    assertThat(on.contact("CA2").left()).isEmpty();
    assertThat(on.contact("CA2").arrived()).isEqualTo(first.arrived());
  }

  @Test
  void oneWhoHangsUpInTheMenuIsAContactToFollowUp() {
    on.calls("CA1", HERS);
    on.sheHangsUp("CA1");
    assertThat(on.contact("CA1").state()).isEqualTo(ContactState.QUEUED);
    assertThat(on.contact("CA1").left()).isPresent();
  }

  @Test
  void oneWhoseHangingUpIsNeverReportedIsFoundToBeGone() {
    on.onDuty("oksana");
    on.waitsIn("uk", "CA1", HERS);
    assertThat(on.ringing()).containsExactly("oksana");
    on.telephones.over.add("CA1");
    on.passes(Duration.ofSeconds(80));
    assertThat(on.contact("CA1").left()).isPresent();
    assertThat(on.ringing()).isEmpty();
  }

  /// Nothing of her is looked at while nobody can be rung; but for this.
  @Test
  void oneWhoseHangingUpInTheMenuIsNeverReportedIsFoundToBeGone() {
    on.calls("CA1", HERS);
    on.telephones.over.add("CA1");
    on.passes(Duration.ofSeconds(80));
    assertThat(on.contact("CA1").left()).isPresent();
  }

  @Test
  void oneWhoCannotTalkAnswersByKeysAndIsUrgent() {
    on.waitsIn("uk", "CA1", HERS);
    var attendant = on.rooms.attendant();
    assertThat(attendant.next(new CallId("CA1"), 1, "1")).isInstanceOf(Turn.Ask.class);
    attendant.question(new CallId("CA1"), 0, "1");
    attendant.question(new CallId("CA1"), 1, "2");
    var then = attendant.question(new CallId("CA1"), 2, "1");
    on.work();
    assertThat(then).isInstanceOf(Turn.Ask.class);
    var understood = on.contact("CA1").understanding();
    assertThat(understood.risk()).isEqualTo(RiskLevel.IMMEDIATE);
    assertThat(understood.signals()).contains("cannot-talk", "help-now");
    assertThat(understood.signals()).doesNotContain("controller-present");
    // and she goes on by text, in a conversation of its own
    assertThat(on.line.contacts.open())
        .extracting(Contact::channel)
        .containsExactlyInAnyOrder(Channel.VOICE, Channel.SMS);
    assertThat(on.line.contacts.open())
        .allMatch(contact -> contact.understanding().language().equals("uk"));
  }

  @Test
  void oneWithoutANumberIsNotOfferedATextThatCouldNotReachHer() {
    on.waitsIn("uk", "CA1", "anonymous");
    var attendant = on.rooms.attendant();
    attendant.next(new CallId("CA1"), 1, "2");
    attendant.next(new CallId("CA1"), 1, "1");
    attendant.question(new CallId("CA1"), 0, "2");
    attendant.question(new CallId("CA1"), 1, "2");
    on.work();
    assertThat(on.line.contacts.open()).extracting(Contact::channel).containsExactly(Channel.VOICE);
  }

  @Test
  void callersAreServedInTheOrderOfTheTableByTheFewWhoAreThere() {
    var all = IntStream.range(0, 20).mapToObj(i -> "CA" + i).toList();
    for (var call : all) {
      on.clock.move(Duration.ofSeconds(1));
      on.chooses(call, "uk", on.calls(call, "+38050123" + (1000 + all.indexOf(call))));
    }
    on.onDuty("oksana", "lucia");
    on.work();
    var served = new ArrayList<String>();
    while (served.size() < all.size()) {
      on.picksUp("oksana");
      assertThat(on.presses("oksana", "1")).isInstanceOf(Turn.Talk.class);
      var call = all.stream().filter(one -> isWith("oksana", one)).findFirst().orElseThrow();
      served.add(call);
      var contact = on.contact(call);
      on.line.conversations.close(
          contact.id(), new ResponderId("oksana"), contact.epoch(), "supported", "");
      on.hangsUp("oksana", "completed");
    }
    assertThat(served).containsExactlyElementsOf(all);
  }

  private boolean isWith(String id, String call) {
    return on.contact(call).state() == ContactState.CONNECTED
        && on.contact(call).isOwnedBy(new ResponderId(id));
  }
}
