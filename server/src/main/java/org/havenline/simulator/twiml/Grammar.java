package org.havenline.simulator.twiml;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/// The verbs of voice that the simulator plays, with Twilio's attributes and limits
/// (https://www.twilio.com/docs/voice/twiml). What is not here is complained of.
final class Grammar {
  private static final int LONGEST_SPEECH = 4_096;
  private static final int A_DAY = 86_400;
  private static final Check SOME_TEXT =
      new Check("1 to 4096 characters", text -> !text.isEmpty() && text.length() <= LONGEST_SPEECH);
  private static final Check LOOP = Check.number(0, 1_000);
  private static final Check CALL_EVENTS =
      Check.someOf("initiated", "ringing", "answered", "completed");
  private static final Check CONFERENCE_EVENTS =
      Check.someOf(
          "start", "end", "join", "leave", "mute", "hold", "modify", "speaker", "announcement");
  private static final Check RECORDING_EVENTS = Check.someOf("in-progress", "completed", "absent");

  private static final Map<String, Rule> RULES =
      Map.ofEntries(
          entry(
              "Response",
              Rule.empty()
                  .children(
                      "Say",
                      "Play",
                      "Pause",
                      "Gather",
                      "Record",
                      "Dial",
                      "Enqueue",
                      "Leave",
                      "Redirect",
                      "Hangup",
                      "Reject")),
          entry(
              "Say",
              Rule.empty()
                  .with("voice", Check.ANY)
                  .with("language", Check.LANGUAGE)
                  .with("loop", LOOP)
                  .text(SOME_TEXT)
                  .children(
                      "break",
                      "emphasis",
                      "lang",
                      "p",
                      "phoneme",
                      "prosody",
                      "s",
                      "say-as",
                      "sub",
                      "w")),
          entry(
              "Play",
              Rule.empty()
                  .with("loop", LOOP)
                  .with("digits", Check.TONES)
                  .text(Check.URL_OR_NOTHING)),
          entry("Pause", Rule.empty().with("length", Check.number(0, A_DAY))),
          entry("Gather", gather()),
          entry("Record", record()),
          entry("Dial", dial()),
          entry("Number", leg().with("sendDigits", Check.TONES).text(Check.ANY)),
          entry("Client", leg().text(Check.ANY).children("Identity", "Parameter")),
          entry("Sip", leg().text(Check.matching("a SIP address", "sips?:\\S+"))),
          entry("Identity", Rule.empty().text(Check.ANY)),
          entry("Parameter", Rule.empty().with("name", Check.ANY).with("value", Check.ANY)),
          entry(
              "Queue",
              Rule.empty()
                  .link("url", "method")
                  .with("reservationSid", Check.ANY)
                  .with("postWorkActivitySid", Check.ANY)
                  .text(Check.length(64))),
          entry("Conference", conference()),
          entry(
              "Enqueue",
              Rule.empty()
                  .link("action", "method")
                  .with("waitUrl", Check.URL_OR_NOTHING)
                  .with("waitUrlMethod", Check.METHOD)
                  .with("maxQueueSize", Check.number(1, 5_000))
                  .with("workflowSid", Check.ANY)
                  .text(Check.length(64))),
          entry("Leave", Rule.empty()),
          entry("Hangup", Rule.empty()),
          entry("Redirect", Rule.empty().with("method", Check.METHOD).text(Check.URL)),
          entry("Reject", Rule.empty().with("reason", Check.oneOf("rejected", "busy"))));

  private Grammar() {}

  static Optional<Rule> of(String element) {
    return Optional.ofNullable(RULES.get(element));
  }

  private static Rule gather() {
    return Rule.empty()
        .link("action", "method")
        .with("input", Check.someOf("dtmf", "speech"))
        .with("timeout", Check.number(1, A_DAY).or("auto"))
        .with("speechTimeout", Check.number(1, A_DAY).or("auto"))
        .with("numDigits", Check.number(1, 1_000))
        .with("finishOnKey", Check.KEY)
        .with("actionOnEmptyResult", Check.FLAG)
        .with("language", Check.LANGUAGE)
        .with("speechModel", Check.ANY)
        .with("hints", Check.ANY)
        .with("profanityFilter", Check.FLAG)
        .link("partialResultCallback", "partialResultCallbackMethod")
        .with("enhanced", Check.FLAG)
        .with("bargeIn", Check.FLAG)
        .with("maxSpeechTime", Check.number(1, A_DAY))
        .with("debug", Check.FLAG)
        .children("Say", "Play", "Pause");
  }

  private static Rule record() {
    return Rule.empty()
        .link("action", "method")
        .with("timeout", Check.number(1, A_DAY))
        .with("finishOnKey", Check.KEYS)
        .with("maxLength", Check.number(1, 14_400))
        .with("playBeep", Check.FLAG)
        .with("trim", Check.oneOf("trim-silence", "do-not-trim"))
        .link("recordingStatusCallback", "recordingStatusCallbackMethod")
        .with("recordingStatusCallbackEvent", RECORDING_EVENTS)
        .with("transcribe", Check.FLAG)
        .with("transcribeCallback", Check.URL);
  }

  private static Rule dial() {
    return Rule.empty()
        .link("action", "method")
        .with("timeout", Check.number(1, 600))
        .with("timeLimit", Check.number(1, A_DAY))
        .with("hangupOnStar", Check.FLAG)
        .with("answerOnBridge", Check.FLAG)
        .with("sequential", Check.FLAG)
        .with("callerId", Check.ANY)
        .with("callReason", Check.length(50))
        .with("ringTone", Check.ANY)
        .with("record", Check.matching("how to record", "do-not-record|true|false|record-from-.*"))
        .with("recordingTrack", Check.oneOf("both", "inbound", "outbound"))
        .with("trim", Check.oneOf("trim-silence", "do-not-trim"))
        .link("recordingStatusCallback", "recordingStatusCallbackMethod")
        .with("recordingStatusCallbackEvent", RECORDING_EVENTS)
        .link("referUrl", "referMethod")
        .with("events", Check.ANY)
        .text(Check.ANY)
        .children("Number", "Client", "Sip", "Queue", "Conference");
  }

  private static Rule leg() {
    return Rule.empty()
        .link("url", "method")
        .link("statusCallback", "statusCallbackMethod")
        .with("statusCallbackEvent", CALL_EVENTS)
        .with("byoc", Check.ANY)
        .with("machineDetection", Check.oneOf("Enable", "DetectMessageEnd"))
        .with("machineDetectionTimeout", Check.number(3, 60))
        .with("machineDetectionSpeechThreshold", Check.number(1_000, 6_000))
        .with("machineDetectionSpeechEndThreshold", Check.number(500, 5_000))
        .with("machineDetectionSilenceTimeout", Check.number(2_000, 10_000))
        .link("amdStatusCallback", "amdStatusCallbackMethod");
  }

  private static Rule conference() {
    return Rule.empty()
        .with("muted", Check.FLAG)
        .with("beep", Check.oneOf("true", "false", "onEnter", "onExit"))
        .with("startConferenceOnEnter", Check.FLAG)
        .with("endConferenceOnExit", Check.FLAG)
        .with("waitUrl", Check.URL_OR_NOTHING)
        .with("waitMethod", Check.METHOD)
        .with("maxParticipants", Check.number(2, 250))
        .with("record", Check.oneOf("do-not-record", "record-from-start"))
        .with("region", Check.ANY)
        .with("coach", Check.ANY)
        .with("trim", Check.oneOf("trim-silence", "do-not-trim"))
        .link("statusCallback", "statusCallbackMethod")
        .with("statusCallbackEvent", CONFERENCE_EVENTS)
        .link("recordingStatusCallback", "recordingStatusCallbackMethod")
        .with("recordingStatusCallbackEvent", RECORDING_EVENTS)
        .with("jitterBufferSize", Check.oneOf("small", "medium", "large", "off"))
        .with("participantLabel", Check.length(128))
        .text(new Check("a name", text -> !text.isEmpty()));
  }
}
