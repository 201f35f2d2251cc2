package org.havenline.simulator.voice;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.havenline.simulator.voice.web.WebReply;
import org.havenline.simulator.voice.web.WebRequest;
import org.havenline.simulator.web.Form;

/// A small server as a hotline has it: a caller waits in a conference of her own, all responders
/// are called, and the first who presses 1 has her.
final class Desk {
  private final Rig rig;
  private final List<String> responders;
  private final boolean claims;
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, Set<String>> legs = new HashMap<>();
  private final Set<String> gone = new HashSet<>();

  /// On a rig.
  ///
  /// @param claims whether a caller goes to one responder only: without, it is broken
  Desk(Rig rig, List<String> responders, boolean claims) {
    this.rig = rig;
    this.responders = responders;
    this.claims = claims;
    rig.page("/answer", this::answer)
        .page("/wait", "<Say>Please wait</Say>")
        .page("/whisper", this::whisper)
        .page("/key", this::key);
    rig.pages.put("/ended", this::ended);
    rig.pages.put("/leg", _ -> WebReply.NO_CONTENT);
  }

  private String answer(WebRequest request) {
    var her = request.get("CallSid");
    for (var responder : responders) {
      var leg =
          rig.create(
              responder,
              "Url",
              Rig.SERVER + "/whisper?her=" + her,
              "StatusCallback",
              Rig.SERVER + "/leg",
              "StatusCallbackEvent",
              "initiated ringing answered completed",
              "Timeout",
              "20");
      legs.computeIfAbsent(her, _ -> new HashSet<>()).add(leg.getString("sid"));
    }
    return "<Say>Hello</Say><Dial><Conference startConferenceOnEnter=\"false\" beep=\"false\""
        + " waitUrl=\"/wait\">"
        + her
        + "</Conference></Dial>";
  }

  private String whisper(WebRequest request) {
    var her = request.url().split("her=", 2)[1];
    return "<Gather numDigits=\"1\" timeout=\"8\" action=\"/key?her="
        + her
        + "\"><Say>A call."
        + " Press one</Say></Gather><Hangup/>";
  }

  private String key(WebRequest request) {
    var her = request.url().split("her=", 2)[1];
    var mine = request.get("CallSid");
    boolean first = owners.putIfAbsent(her, mine) == null || !claims;
    if (!request.get("Digits").equals("1") || !first || gone.contains(her)) {
      return "<Say>Taken</Say><Hangup/>";
    }
    legs.getOrDefault(her, Set.of()).stream()
        .filter(leg -> claims && !leg.equals(mine))
        .forEach(this::end);
    return "<Dial><Conference endConferenceOnExit=\"true\" beep=\"false\">"
        + her
        + "</Conference></Dial>";
  }

  private WebReply ended(WebRequest request) {
    var her = request.get("CallSid");
    gone.add(her);
    legs.getOrDefault(her, Set.of()).forEach(this::end);
    return WebReply.NO_CONTENT;
  }

  private void end(String leg) {
    rig.any("POST", "/Calls/" + leg + ".json", Form.EMPTY.and("Status", "completed"));
  }
}
