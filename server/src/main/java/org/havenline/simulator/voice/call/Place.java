package org.havenline.simulator.voice.call;

import java.util.Set;

/// Where a document is executed, and which verbs Twilio allows there.
public enum Place {
  CALL(
      "Say",
      "Play",
      "Pause",
      "Gather",
      "Record",
      "Dial",
      "Enqueue",
      "Redirect",
      "Hangup",
      "Reject"),
  /// `waitUrl` of a queue.
  QUEUE("Say", "Play", "Pause", "Gather", "Redirect", "Hangup", "Leave"),
  /// `url` of a `<Number>` or `<Client>`, on the phone that was called.
  WHISPER("Say", "Play", "Gather", "Hangup"),
  /// `waitUrl`, `HoldUrl`, `AnnounceUrl` of a conference; `url` of a `<Queue>`.
  ASIDE("Say", "Play", "Pause", "Redirect");

  private final String verbs;

  Place(String... verbs) {
    this.verbs = String.join(" ", verbs);
  }

  boolean allows(String verb) {
    return Set.of(verbs.split(" ")).contains(verb);
  }
}
