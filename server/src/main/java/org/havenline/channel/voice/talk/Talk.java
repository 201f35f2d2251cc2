package org.havenline.channel.voice.talk;

import java.util.Map;

/// What is wanted of the two in a room, and what was last done for each telephone.
///
/// @param held the room in which she is to be on hold; empty for none
/// @param muted the room in which the responder is not to be heard; empty for none
/// @param seats telephone → how it was last set, in a word
public record Talk(String held, String muted, Map<String, String> seats) {
  public Talk {
    seats = Map.copyOf(seats);
  }

  /// How a telephone was last set in this room, in a word.
  ///
  /// @param usual when it was not set here: what was set in a room before says nothing of this one
  public String seat(String room, String sid, String usual) {
    var is = seats.getOrDefault(sid, "");
    var here = room + "|";
    return is.startsWith(here) ? is.substring(here.length()) : usual;
  }

  public boolean isHeldIn(String room) {
    return !room.isEmpty() && held.equals(room);
  }

  public boolean isMutedIn(String room) {
    return !room.isEmpty() && muted.equals(room);
  }
}
