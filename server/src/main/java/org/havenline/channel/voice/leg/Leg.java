package org.havenline.channel.voice.leg;

import java.time.Instant;
import java.util.Locale;
import org.havenline.channel.voice.call.CallId;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.offer.Offer;

/// One telephone that is rung for a call: of a responder, or of a third party.
///
/// @param id also the name of the room in which the two talk: nobody else is ever in it
/// @param call of the person
/// @param epoch of the offer or ownership it is rung for
/// @param sid the provider's id, empty while it is not known
/// @param at when it was dialled
/// @param guest the third party it is rung for; empty for a responder who is asked, or has her
/// @param room into which it was last sent; empty when in none, or not known
public record Leg(
    String id,
    CallId call,
    ContactId contact,
    long epoch,
    ResponderId responder,
    State state,
    String sid,
    Instant at,
    String guest,
    String room) {

  /// How far it has come; it never goes back.
  public enum State {
    /// The provider was asked, and may not have answered.
    DIALLING(0),
    RINGING(1),
    /// Somebody, or a machine, has picked up.
    ANSWERED(2),
    /// The responder pressed 1 and has the contact.
    JOINED(3),
    OVER(4);

    private final int rank;

    State(int rank) {
      this.rank = rank;
    }

    /// Only a higher one replaces another.
    int rank() {
      return rank;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isOpen() {
    return state != State.OVER;
  }

  public boolean isGuests() {
    return !guest.isEmpty();
  }

  Offer offer() {
    return new Offer(contact, epoch);
  }

  boolean isFor(Contact someone, ResponderId whom) {
    return !isGuests()
        && contact.equals(someone.id())
        && epoch == someone.epoch()
        && responder.equals(whom);
  }

  /// Whether its responder is still asked about this contact, or has it.
  public boolean isWantedBy(Contact someone) {
    return isFor(someone, responder)
        && (someone.isOfferedTo(responder)
            || (someone.state() == ContactState.CONNECTED && someone.isOwnedBy(responder)));
  }
}
