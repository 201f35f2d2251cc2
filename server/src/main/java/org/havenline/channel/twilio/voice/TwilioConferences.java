package org.havenline.channel.twilio.voice;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.conference.Participant;
import java.net.URI;
import java.util.Optional;
import org.havenline.channel.voice.leg.Dialler.Seat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sets how telephones take part in a room, by Twilio's conferences and their participants.
///
/// @param rest of the account
record TwilioConferences(TwilioRestClient rest) {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioConferences.class);

  /// @param words what is heard on hold
  boolean seat(String room, String sid, Seat seat, URI words) {
    try {
      return find(room).map(conference -> set(conference, sid, seat, words)).isPresent();
    } catch (RuntimeException e) {
      LOG.info("call {} could not be set now in its room", sid);
      return false;
    }
  }

  private String set(String conference, String sid, Seat seat, URI words) {
    var change =
        Participant.updater(conference, sid)
            .setMuted(seat.muted())
            .setHold(seat.held())
            .setCoaching(!seat.coached().isEmpty());
    if (seat.held()) {
      change.setHoldUrl(words);
    }
    if (!seat.coached().isEmpty()) {
      change.setCallSidToCoach(seat.coached());
    }
    change.update(rest);
    return conference;
  }

  /// Says something to all.
  boolean announce(String room, URI words) {
    try {
      var conference = find(room);
      conference.ifPresent(one -> Conference.updater(one).setAnnounceUrl(words).update(rest));
      return conference.isPresent();
    } catch (RuntimeException e) {
      LOG.info("nothing could be said now in a room");
      return false;
    }
  }

  /// The one of this name that goes on.
  private Optional<String> find(String room) {
    return Conference.reader()
        .setFriendlyName(room)
        .setStatus(Conference.Status.IN_PROGRESS)
        .setPageSize(1L)
        .firstPage(rest)
        .getRecords()
        .stream()
        .map(Conference::getSid)
        .findFirst();
  }
}
