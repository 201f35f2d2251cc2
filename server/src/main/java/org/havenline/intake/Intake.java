package org.havenline.intake;

import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.channel.InboundMessage;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineId;
import org.havenline.contact.PersonId;
import org.havenline.lane.Claim;
import org.havenline.lane.LaneWorkers;

/// The path of a message: accepted (on disk, sealed, once), acknowledged, then understood, decided
/// and put in its place. Everything after the acknowledgement can be done again by any node.
public final class Intake implements Reception, LaneWorkers.Work {
  private final Inbox inbox;
  private final Quarantine quarantine;
  private final Contacts contacts;
  private final Supplier<Understanding> understanding;
  private final Arrivals arrivals;
  private final Runnable accepted;

  /// @param accepted is told that a worker has something to do
  public Intake(
      Inbox inbox,
      Quarantine quarantine,
      Contacts contacts,
      Supplier<Understanding> understanding,
      Arrivals arrivals,
      Runnable accepted) {
    this.inbox = inbox;
    this.quarantine = quarantine;
    this.contacts = contacts;
    this.understanding = understanding;
    this.arrivals = arrivals;
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
    while (true) {
      var contact = contacts.of(person).flatMap(contacts::find);
      var understood = understanding.get().of(message, contact);
      switch (arrivals.put(claim, message, contact, understood)) {
        case Arrivals.Outcome.Placed(var next) -> {
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

  @Override
  public void quarantine(Claim claim) {
    quarantine.poison(claim, Inbox.sid(claim.head()));
  }
}
