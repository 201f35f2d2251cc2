package org.havenline.channel.voice.leg;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.havenline.channel.Sender;
import org.havenline.channel.voice.call.CallId;

/// The way out to telephones. It tries once and says truthfully what became of it.
public interface Dialler {

  /// Rings a responder.
  ///
  /// @param to his telephone
  /// @param from the line's number, which is all he sees
  /// @param ring for how long at most; the provider may take five seconds more
  default Sender.Result dial(Leg leg, String to, String from, Duration ring) {
    return dial(leg, to, from, ring, "");
  }

  /// Rings somebody behind an extension.
  ///
  /// @param keys pressed once somebody picks up; empty for none
  Sender.Result dial(Leg leg, String to, String from, Duration ring, String keys);

  /// Rings a person who was promised a call.
  ///
  /// @param to her telephone
  /// @param from the line's number
  Sender.Result dialBack(Leg leg, String to, String from, Duration ring);

  /// The provider's id of a leg whose dialling had an unknown result.
  ///
  /// @return empty when it has none, or more than one that it could be
  /// @throws RuntimeException when it cannot be asked now
  Optional<String> find(String to, String from, Instant since);

  /// Ends a call or leg.
  ///
  /// @return whether it is over now, by this or before
  boolean end(String sid);

  /// Lets a caller ask at once what she hears next.
  ///
  /// @return whether she will
  boolean fetch(CallId call);

  /// Lets somebody who has joined by a leg ask at once what he hears next.
  ///
  /// @return whether he will
  boolean fetch(Leg leg);

  /// How one takes part in a room.
  ///
  /// @param held hears words of ours instead of the room, and is not heard
  /// @param muted hears the room, and is not heard
  /// @param coached the one telephone that hears him; empty: all do
  record Seat(boolean held, boolean muted, String coached) {}

  /// Sets how one takes part.
  ///
  /// @param call whose room it is
  /// @param sid of the telephone
  /// @return false when that could not be done now, or he is not there (yet)
  boolean seat(CallId call, String room, String sid, Seat seat);

  /// Says to all in a room that somebody listens. Once the words are over, the provider tells.
  ///
  /// @param guest who does
  /// @return false when that could not be done now, or nobody is there (yet)
  boolean announce(CallId call, String room, String guest);

  /// Whether a call is over.
  ///
  /// @return empty when the provider cannot be asked now
  Optional<Boolean> isOver(String sid);
}
