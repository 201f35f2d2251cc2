package org.havenline.intake;

import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineId;
import org.havenline.contact.PersonId;
import org.havenline.lane.Claim;
import org.havenline.lane.LaneWorkers;
import org.havenline.menu.Heard;
import org.havenline.menu.LanguageQuestion;
import org.havenline.places.Hearing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The path of a message: accepted (on disk, sealed, once), acknowledged, then understood, decided
/// and put in its place. Everything after the acknowledgement can be done again by any node.
public final class Intake implements Reception, LaneWorkers.Work {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final Inbox inbox;
  private final Quarantine quarantine;
  private final Contacts contacts;
  private final Hearing places;
  private final Supplier<Understanding> understanding;
  private final Arrivals arrivals;
  private final LanguageQuestion question;
  private final Choices choices;
  private final Runnable accepted;

  /// Takes a person's own choice of a language for a contact that is open.
  @FunctionalInterface
  public interface Choices {
    /// @param claim by which her message is worked on; once it is lost, nothing is changed
    void choose(ContactId contact, Claim claim, String language);
  }

  /// @param places hears first what services say of their free places
  /// @param accepted is told that a worker has something to do
  public Intake(
      Inbox inbox,
      Quarantine quarantine,
      Contacts contacts,
      Hearing places,
      Supplier<Understanding> understanding,
      Arrivals arrivals,
      LanguageQuestion question,
      Choices choices,
      Runnable accepted) {
    this.inbox = inbox;
    this.quarantine = quarantine;
    this.contacts = contacts;
    this.places = places;
    this.understanding = understanding;
    this.arrivals = arrivals;
    this.question = question;
    this.choices = choices;
    this.accepted = accepted;
  }

  @Override
  public boolean accept(InboundMessage message) {
    return switch (inbox.accept(message)) {
      case TAKEN -> {
        accepted.run();
        yield true;
      }
      case KNOWN -> false;
      case CONFLICT -> quarantine.conflicting(message);
    };
  }

  /// The person behind an address, the same for the same address.
  public PersonId person(Address from) {
    return inbox.person(from);
  }

  @Override
  public void quarantine(LineId line, String key, byte[] raw, String reason) {
    quarantine.add(key, raw, reason);
  }

  /// Works through what one person has sent, in order.
  @Override
  public void perform(Claim claim) {
    var next = Optional.of(claim);
    while (next.isPresent()) {
      next = receive(next.get());
    }
  }

  private Optional<Claim> receive(Claim claim) {
    var message = inbox.open(claim.head());
    var person = new PersonId(claim.lane());
    var contact = open(person);
    return switch (places.hear(claim, message, contact.isPresent())) {
      case Hearing.Outcome.Done(var next) -> next;
      case Hearing.Outcome.Lost() -> Optional.empty();
      case Hearing.Outcome.ForAPerson() -> receive(claim, message, person, contact);
    };
  }

  /// @param seen the contact she has open, a moment ago
  private Optional<Claim> receive(
      Claim claim, InboundMessage message, PersonId person, Optional<Contact> seen) {
    for (var contact = seen; ; contact = open(person)) {
      var heard = question.hear(message, contact);
      if (choosesAnew(heard, contact)) {
        choices.choose(contact.orElseThrow().id(), claim, heard.chose().orElseThrow());
        contact = open(person);
      }
      var understood = understanding.get().of(heard.read(), contact);
      switch (arrivals.put(claim, heard, contact, understood)) {
        case Arrivals.Outcome.Placed(var placed, var next) -> {
          askFor(understood.whole(), heard.read(), placed);
          return next;
        }
        case Arrivals.Outcome.Lost() -> {
          return Optional.empty();
        }
        // it was closed, opened or corrected in between: look again
        case Arrivals.Outcome.Changed(), Arrivals.Outcome.Outdated() -> {}
      }
    }
  }

  private Optional<Contact> open(PersonId person) {
    return contacts.openOf(person);
  }

  /// Of an open contact, a choice also decides how what she wrote before is read, and who is asked.
  private static boolean choosesAnew(Heard heard, Optional<Contact> contact) {
    return heard.chose().isPresent()
        && contact
            .map(Contact::understanding)
            .filter(known ->
                !known.certainty().equals(Contact.Understanding.OWN)
                    || !known.language().equals(heard.chose().get()))
            .isPresent();
  }

  /// Her message is in its place already: whatever goes wrong here holds nothing up. Words that
  /// carriers answer by themselves are followed by no text of ours.
  private void askFor(Contact.Understanding understood, InboundMessage message, ContactId contact) {
    if (!understood.certainty().equals(Contact.Understanding.ASK)
        || Understanding.isCarrierWord(message.text())) {
      return;
    }
    try {
      question.ask(contact);
    } catch (RuntimeException e) {
      LOG.warn("contact {} was not asked for her language", contact, e);
    }
  }

  @Override
  public void quarantine(Claim claim) {
    quarantine.poison(claim, Inbox.sid(claim.head()));
  }
}
