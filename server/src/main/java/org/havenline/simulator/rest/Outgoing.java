package org.havenline.simulator.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.havenline.simulator.account.Media;
import org.havenline.simulator.account.Message;
import org.havenline.simulator.account.MessageStatus;
import org.havenline.simulator.web.Form;

/// What a POST asks to send, checked in the order in which Twilio complains.
record Outgoing(String from, String to, String body, List<Media> media, Optional<String> callback) {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final int LONGEST_BODY = 1_600;

  static Outgoing of(Form form) {
    return new Outgoing(
        form.first("From").orElse(""),
        form.first("To").orElse(""),
        form.first("Body").orElse(""),
        form.all("MediaUrl").stream().map(url -> new Media("image/jpeg", url)).toList(),
        form.first("StatusCallback").filter(url -> !url.isEmpty()));
  }

  Optional<RestError> complaint() {
    if (to.isEmpty()) {
      return Optional.of(RestError.TO_REQUIRED);
    }
    if (from.isEmpty()) {
      return Optional.of(RestError.FROM_REQUIRED);
    }
    if (!E164.matcher(Message.bare(to)).matches()) {
      return Optional.of(RestError.TO_INVALID);
    }
    if (body.isEmpty() && media.isEmpty()) {
      return Optional.of(RestError.BODY_REQUIRED);
    }
    return body.length() > LONGEST_BODY ? Optional.of(RestError.BODY_TOO_LONG) : Optional.empty();
  }

  Message accepted(String sid, Instant at) {
    return new Message(sid, false, from, to, body, media, MessageStatus.QUEUED, null, null, at, at);
  }
}
