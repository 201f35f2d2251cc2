package org.havenline.intake;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.PersonId;
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
    var claim = line.inbox.claim().orElseThrow();
    var person = new PersonId(claim.lane());
    var contact = line.contacts.of(person).flatMap(line.contacts::find);
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
    line.arrivals.put(
        claim,
        Heard.plainly(line.door.open(claim.head())),
        contact,
        new Understanding.Understood(understood, RiskAssessment.none(), ""));
    return line.contacts.of(person).orElseThrow();
  }

  private static RiskLevel before(Optional<Contact> contact) {
    return contact.map(known -> known.understanding().risk()).orElse(RiskLevel.STANDARD);
  }
}
