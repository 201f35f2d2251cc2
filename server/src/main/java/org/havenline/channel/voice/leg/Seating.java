package org.havenline.channel.voice.leg;

import java.util.List;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.leg.Dialler.Seat;
import org.havenline.channel.voice.talk.Guest;
import org.havenline.channel.voice.talk.Guest.Kind;
import org.havenline.channel.voice.talk.Guest.Way;
import org.havenline.channel.voice.talk.Guests;
import org.havenline.channel.voice.talk.Talk;
import org.havenline.channel.voice.talk.Talks;
import org.havenline.routingconfig.line.TalkRules.Supervision;

/// Sets each telephone in a room as it is wanted: on hold, muted, heard by one alone. What was last
/// done is written down, so that a hold is not begun anew each time somebody looks.
final class Seating {
  private static final Seat OPEN = new Seat(false, false, "");
  private static final Seat HELD = new Seat(true, false, "");
  private static final Seat MUTED = new Seat(false, true, "");

  private final Talks talks;
  private final Guests guests;
  private final Dialler dialler;

  Seating(Talks talks, Guests guests, Dialler dialler) {
    this.talks = talks;
    this.guests = guests;
    this.dialler = dialler;
  }

  /// One who takes part, and by which telephone.
  record Seated(Guest guest, Leg leg) {}

  /// @param owner the responder's telephone, after which the room is called
  /// @param present third parties who have joined
  /// @param passing whether she is about to pass to another responder
  /// @return whether it has to be looked at again soon
  boolean look(
      Call call, Leg owner, List<Seated> present, boolean passing, Supervision supervision) {
    var room = owner.id();
    if (!call.room().equals(room)) {
      return false;
    }
    var talk = talks.of(call.id());
    boolean held = passing || talk.isHeldIn(room);
    boolean soon = seat(call.id(), talk, room, call.id().value(), held ? HELD : OPEN, OPEN);
    soon |= seat(call.id(), talk, room, owner.sid(), talk.isMutedIn(room) ? MUTED : OPEN, OPEN);
    for (var one : present) {
      if (one.guest().kind() == Kind.SUPERVISOR) {
        soon |= supervisor(call.id(), talk, owner, one, held, supervision);
      }
    }
    return soon;
  }

  private boolean supervisor(
      CallId call, Talk talk, Leg owner, Seated one, boolean held, Supervision supervision) {
    var room = owner.id();
    if (one.leg().room().equals(room)) {
      return seat(call, talk, room, one.leg().sid(), seat(one.guest().way(), owner), MUTED);
    }
    if (supervision == Supervision.ANNOUNCED && one.guest().announced().isEmpty() && !held) {
      if (guests.isBeingAnnounced(one.guest())) {
        return false;
      }
      if (!dialler.announce(call, room, one.guest().id())) {
        return true;
      }
      guests.announcing(one.guest());
    }
    return false;
  }

  private static Seat seat(Way way, Leg owner) {
    return switch (way) {
      case LISTEN -> MUTED;
      case WHISPER -> new Seat(false, false, owner.sid());
      case JOIN, WARM, COLD -> OPEN;
    };
  }

  /// @param asEntered how the document that led here had set it
  private boolean seat(
      CallId call, Talk talk, String room, String sid, Seat wanted, Seat asEntered) {
    if (talk.seat(room, sid, word(asEntered)).equals(word(wanted))) {
      return false;
    }
    boolean done = dialler.seat(call, room, sid, wanted);
    if (done) {
      talks.seated(call, sid, room + "|" + word(wanted));
    }
    return !done;
  }

  private static String word(Seat seat) {
    return seat.held()
        ? "held"
        : seat.muted() ? "muted" : seat.coached().isEmpty() ? "open" : seat.coached();
  }

  /// Whether she surely is on hold.
  static boolean isHeld(Talk talk, CallId call, String room) {
    return talk.seat(room, call.value(), "").equals(word(HELD));
  }
}
