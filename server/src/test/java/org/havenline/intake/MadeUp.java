package org.havenline.intake;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.PersonId;
import org.havenline.lane.Claim;
import org.havenline.menu.Heard;
import org.havenline.risk.RiskAssessment;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.testing.Line;

/// Messages that go the whole way in, but whose language and risk are as a test says, whatever the
/// words.
public final class MadeUp {
  private final Line line;
  private final AtomicLong sids = new AtomicLong();

  public MadeUp(Line line) {
    this.line = line;
  }

  /// To the first number of the line.
  ///
  /// @return the contact it is in now
  public ContactId message(Channel channel, String from, String language, RiskLevel risk) {
    return message(channel, from, "+15005550006", language, risk);
  }

  public ContactId message(
      Channel channel, String from, String to, String language, RiskLevel risk) {
    var message =
        new InboundMessage(
            Line.KEYS.line(),
            "SM" + sids.incrementAndGet(),
            new Address(channel, from),
            new Address(channel, to),
            "x",
            List.of(),
            "",
            "",
            line.clock.instant());
    line.door.accept(message);
    return placed(line.inbox.claim().orElseThrow(), language, risk);
  }

  /// The head of a claimed lane.
  ContactId placed(Claim claim, String language, RiskLevel risk) {
    begun(claim, language, risk).run();
    return line.contacts.of(new PersonId(claim.lane())).orElseThrow();
  }

  /// The same, understood now and placed when it is run.
  Runnable begun(Claim claim, String language, RiskLevel risk) {
    var contact = line.contacts.of(new PersonId(claim.lane())).flatMap(line.contacts::find);
    var heard = Heard.plainly(line.door.open(claim.head()));
    var understood =
        new Contact.Understanding(
            language,
            0.9,
            "SET",
            "",
            "",
            before(contact).or(risk),
            "STANDARD",
            "STANDARD",
            false,
            "US",
            contact.map(known -> known.understanding().revision()).orElse(0L));
    var all = new Understanding.Understood(understood, RiskAssessment.none(), "");
    return () -> line.arrivals.put(claim, heard, contact, all);
  }

  private static RiskLevel before(Optional<Contact> contact) {
    return contact.map(known -> known.understanding().risk()).orElse(RiskLevel.STANDARD);
  }
}
