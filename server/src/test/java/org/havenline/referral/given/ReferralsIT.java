package org.havenline.referral.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.havenline.contact.MessageId;
import org.havenline.referral.consent.How;
import org.havenline.referral.counted.About;
import org.havenline.referral.counted.Table;
import org.havenline.referral.deeds.Offering;
import org.havenline.referral.deeds.Referring;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.given.Change.By;
import org.havenline.referral.given.Change.Done;
import org.havenline.referral.handover.Sending;
import org.junit.jupiter.api.Test;

/// Referrals of one line: whose they are, how long they stay, and what is counted.
final class ReferralsIT extends ReferralTest {

  @Test
  void whatSheWasOfferedStaysAsItWas() {
    var id = refer(house);
    var changed = Services.service("house").put("name", "Another name");
    Services.put(line.directory, changed);

    var option = stored(id).option(house).orElseThrow();

    assertThat(option.name()).isEqualTo("House house");
    assertThat(option.place()).contains("Hidden Lane");
    assertThat(option.method().to()).isEqualTo("desk@house.example");
  }

  @Test
  void aServiceThatIsNotFitToBeOfferedIsRefusedWithAReason() {
    assertThat(reason(own("barred", "vetting", "barred"))).contains("somebody warned of it");
    assertThat(reason(own("new", "vetting", ""))).contains("not vetted yet");
    var closed = Services.service("closed").put("status", "temporarily closed");
    assertThat(reason(Services.put(line.directory, closed))).contains("it is closed");
    assertThat(reason(new ServiceId("none"))).contains("not in the directory");

    var returning = Services.service("return");
    returning.withObject("havenline").put("return_risk_check", true);
    var home = Services.put(line.directory, returning);
    assertThat(reason(home)).contains("weigh first whether a return is safe");
    assertThat(offer(List.of(new Offering.Wanted(home, true)))).isInstanceOf(Done.Yes.class);
  }

  @Test
  void onlyWhoHasTheConversationOffersAndNotesConsentAndSupervisorsMayTakeItBack() {
    var id = refer(house);
    assertThat(line.referrals.referring().agree(contact, TOMAS, id, agreed()))
        .isEqualTo(new Done.NotThere());
    assertThat(line.referrals.referring().agree(contact, MIRIAM.who(), id, agreed()))
        .isEqualTo(new Done.NotThere());
    agree(id);
    assertThat(line.referrals.referring().revoke(contact, new By(TOMAS, false), id))
        .isEqualTo(new Done.NotThere());

    assertThat(line.referrals.referring().revoke(contact, MIRIAM, id)).isInstanceOf(Done.Yes.class);

    assertThat(phone(id)).isEqualTo(new Sending.No("She has taken her consent back."));
    line.conversations.close(contact, LUCIA, epoch, "test", "");
    assertThat(line.referrals.referring().agree(contact, LUCIA, id, agreed()))
        .isInstanceOf(Done.No.class);
    assertThat(
            line.referrals
                .outcomes()
                .note(contact, LUCIA_HERSELF, id, Optional.of(heard()), Optional.empty()))
        .as("what became of it is still hers to note")
        .isInstanceOf(Done.Yes.class);
  }

  @Test
  void consentInWordsNamesAMessageOfHers() {
    var id = refer(house);
    line.conversations.write(contact, LUCIA, epoch, "¿Le parece bien?", KEY);
    var messages = line.conversations.messages(contact, 0, 2);

    assertThat(agree(id, new How.Written(messages.get(1).id()))).isInstanceOf(Done.No.class);
    assertThat(agree(id, new How.Written(new MessageId("none")))).isInstanceOf(Done.No.class);
    assertThat(agree(id, new How.Written(messages.get(0).id()))).isInstanceOf(Done.Yes.class);
  }

  @Test
  void nothingOfItIsReadableInTheStoreAndItGoesWithTheConversation() {
    var id = refer(house);
    agree(id);
    var stored = line.redis.call("HGETALL", "{demo}:referrals:" + contact).fields();
    assertThat(stored.values())
        .allSatisfy(value ->
            assertThat(new String(value, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Ana", "house", "lucia"));

    line.conversations.close(contact, LUCIA, epoch, "test", "");
    assertThat(days("{demo}:contact:" + contact)).as("her consent and three days").isEqualTo(10);
    assertThat(days("{demo}:referrals:" + contact)).isEqualTo(10);

    line.referrals.referring().revoke(contact, LUCIA_HERSELF, id);
    assertThat(days("{demo}:contact:" + contact)).isEqualTo(3);
    line.redis.call("DEL", "{demo}:contact:" + contact);
    assertThat(line.referrals.followUps().of(MIRIAM)).isEmpty();
    assertThat(phone(id)).isEqualTo(new Sending.NotThere());
  }

  @Test
  void whoIsToBeAskedIsListedWhenItIsDue() {
    var id = refer(house);
    assertThat(followUp(id, Duration.ofDays(31), false)).isInstanceOf(Done.No.class);
    followUp(id, Duration.ofDays(2), true);

    assertThat(line.referrals.followUps().of(new By(TOMAS, false))).isEmpty();
    assertThat(line.referrals.followUps().of(LUCIA_HERSELF))
        .singleElement()
        .satisfies(entry -> assertThat(entry.due()).isFalse());
    clock.move(Duration.ofDays(2));
    assertThat(line.referrals.followUps().of(MIRIAM))
        .singleElement()
        .satisfies(entry -> assertThat(entry.due() && entry.safe()).isTrue());
  }

  @Test
  void statisticsHoldNoIdAndShowNoMonthThatIsNotOver() {
    var march = YearMonth.of(2026, 3);
    for (int i = 0; i < 12; i++) {
      var about =
          new About(
              i == 0 ? About.Sex.MAN : About.Sex.WOMAN,
              About.Age.FROM_25_TO_59,
              About.Nationality.ASIA,
              About.Form.LABOUR);
      var nothing = new Referring.Offer(List.of(), List.of(SHELTER), Map.of(), about);
      assertThat(line.referrals.referring().offer(contact, LUCIA, nothing))
          .isInstanceOf(Done.Yes.class);
    }
    assertThatThrownBy(() -> line.referrals.tallies().month(march))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(line.redis.call("SMEMBERS", "{demo}:tallies").list()).hasSize(1);
    assertThat(line.redis.call("HKEYS", "{demo}:counted:2026-03").texts())
        .containsExactlyInAnyOrder(
            "sex man",
            "sex woman",
            "age from-25-to-59",
            "nationality asia",
            "form labour",
            "need shelter.emergency unmet");

    clock.move(Duration.ofDays(31));
    var shown = line.referrals.tallies().month(march);

    assertThat(Objects.requireNonNull(shown.get(Table.AGE)).total()).hasValue(12);
    assertThat(Objects.requireNonNull(shown.get(Table.AGE)).cells().get("from-25-to-59"))
        .hasValue(12);
    assertThat(Objects.requireNonNull(shown.get(Table.NEED)).cells().get("shelter.emergency unmet"))
        .hasValue(12);
    assertThat(Objects.requireNonNull(shown.get(Table.SEX)).cells().values())
        .as("11 and 1: the 1 would follow")
        .allMatch(java.util.OptionalLong::isEmpty);
  }
}
