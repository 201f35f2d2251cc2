package org.havenline.referral.given;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.havenline.channel.OutboundMessage;
import org.havenline.channel.Sender;
import org.havenline.channel.outbox.OutboxWorker;
import org.havenline.lane.Lanes;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.given.Change.Done;
import org.havenline.referral.handover.Sending;
import org.havenline.routingconfig.Channel;
import org.havenline.testing.GivenReferrals;
import org.junit.jupiter.api.Test;

/// What may be written to her, and when.
final class WordsToHerIT extends ReferralTest {

  @Test
  void aTextThatTellsIsRefusedWithAReason() {
    var secret = Services.service("secret").put("name", "Refuge");
    secret.withObject("havenline").put("confidential", true);
    var hidden = Services.put(line.directory, secret);
    var id = refer(house, hidden);

    assertThat(text(id, house, "Puedes llamar al +12025550170", KEY))
        .isEqualTo(new Sending.Texted(2));
    assertThat(text(id, house, "Puedes llamar al +12025550170", KEY))
        .as("the same again")
        .isEqualTo(new Sending.Texted(2));
    assertThat(stored(id).sent()).hasSize(1);
    assertThat(line.referrals.handover().text(contact, LUCIA, id, house, Optional.empty(), KEY + 2))
        .as("the one that Havenline has")
        .isEqualTo(new Sending.Texted(3));
    assertThat(line.conversations.messages(contact, 2, 1).getFirst().text())
        .isEqualTo("Puedes llamar a este número: +1 202 555 0170.");

    refused(text(id, house, "a".repeat(161), "k1"), "does not fit in one SMS");
    refused(text(id, house, "á" + "a".repeat(70), "k2"), "does not fit in one SMS");
    refused(text(id, house, "Call the shelter now", "k3"), "would tell others");
    refused(text(id, house, "Hola, te llama la policía", "k4"), "would tell others");
    refused(
        text(id, house, "Aquí " + GivenReferrals.LINE.toLowerCase(Locale.ROOT), "k5"),
        "names this line");
    refused(text(id, house, "Mira https://x.example", "k6"), "has a link");
    refused(text(id, hidden, "Ve a Hidden lane", "k7"), "where a confidential place is");
    assertThat(text(id, house, "Ve a Hidden Lane", "k8")).isInstanceOf(Sending.Texted.class);
    assertThat(stored(id).option(hidden).orElseThrow().place()).isEmpty();
    refused(text(id, new ServiceId("none"), "Hola", "k9"), "was not offered");
  }

  @Test
  void afterTheTimeSheNamedNothingIsWrittenToHerUnlessSheWritesHerself() {
    var id = refer(house);
    var end = clock.instant().plus(Duration.ofMinutes(30));
    assertThat(line.referrals.safeTimes().note(contact, Optional.of(TOMAS), Optional.of(end)))
        .isFalse();
    line.referrals.safeTimes().note(contact, Optional.of(LUCIA), Optional.of(end));
    assertThat(text(id, house, "Hola", "in-time")).isInstanceOf(Sending.Texted.class);
    assertThat(followUp(id, Duration.ofHours(2), true)).isInstanceOf(Done.No.class);
    assertThat(followUp(id, Duration.ofHours(2), false)).isInstanceOf(Done.Yes.class);

    clock.move(Duration.ofMinutes(29));
    line.conversations.write(contact, LUCIA, epoch, "lasting", "in-time-too");
    clock.move(Duration.ofMinutes(2));
    assertThat(sent()).as("what waited too long").doesNotContain("lasting");
    refused(text(id, house, "Hola", "too-late"), "the time she named is over");

    line.receive("SM2", "+12025550101", "sigo aquí");
    assertThat(text(id, house, "Aquí sigo", "she-writes")).isInstanceOf(Sending.Texted.class);
    assertThat(sent()).containsExactly("Aquí sigo");
  }

  /// What the outbox sends now.
  private List<String> sent() {
    var texts = new ArrayList<String>();
    var sender =
        new Sender() {
          @Override
          public Result send(OutboundMessage message) {
            texts.add(message.text());
            return new Result.Accepted("SM" + texts.size());
          }

          @Override
          public Optional<String> find(OutboundMessage message) {
            return Optional.empty();
          }
        };
    var lease = Duration.ofSeconds(15);
    var worker =
        new OutboxWorker(
            line.redis,
            org.havenline.testing.Line.KEYS,
            line.envelopes,
            Map.of(Channel.SMS, sender),
            lease,
            clock);
    var lanes =
        new Lanes(line.redis, org.havenline.testing.Line.KEYS, OutboxWorker.LANES, lease, clock);
    lanes.claim().ifPresent(worker::perform);
    return texts;
  }
}
