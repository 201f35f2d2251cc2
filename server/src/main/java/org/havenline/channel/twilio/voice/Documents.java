package org.havenline.channel.twilio.voice;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.TwiML;
import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import java.util.List;
import java.util.regex.Pattern;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.voice.Turn;
import org.havenline.channel.voice.prompt.Recording;
import org.havenline.contact.LineId;

/// Writes what is heard next as TwiML, by Twilio's own builder, which escapes every word. No
/// document ever records.
///
/// @param line whose door every address leads back to
record Documents(PublicUrl publicUrl, LineId line) {
  static final String PATH = "/twilio/voice/";

  /// Twilio refuses more in one `<Say>`.
  private static final int LONGEST = 4_000;

  /// What XML 1.0 cannot hold, not even escaped.
  private static final Pattern NOT_IN_XML =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  String of(Turn turn) {
    return write(
        switch (turn) {
          case Turn.Ask ask -> asking(ask);
          case Turn.Talk talk -> talking(talk);
          case Turn.End(var words) -> ending(words);
        });
  }

  private static String write(TwiML document) {
    try {
      return document.toXml();
    } catch (TwiMLException e) {
      throw new IllegalStateException("a document could not be written", e);
    }
  }

  /// Any key counts, `#` and `*` too, and none as well. Should a provider not send none, the
  /// redirect does.
  private VoiceResponse asking(Turn.Ask ask) {
    var then = address(ask.then());
    var gather =
        new Gather.Builder()
            .inputs(Gather.Input.DTMF)
            .numDigits(1)
            .finishOnKey("")
            .timeout((int) ask.patience().toSeconds())
            .actionOnEmptyResult(true)
            .action(then)
            .method(HttpMethod.POST);
    for (var spoken : ask.words()) {
      spoken
          .recording()
          .ifPresentOrElse(one -> gather.play(play(one)), () -> gather.say(say(spoken)));
    }
    return new VoiceResponse.Builder()
        .gather(gather.build())
        .redirect(new Redirect.Builder(then).method(HttpMethod.POST).build())
        .build();
  }

  /// The room ends with the first who leaves, so neither is ever alone in it for long, and holds
  /// two at most.
  private VoiceResponse talking(Turn.Talk talk) {
    var room =
        new Conference.Builder(talk.room())
            .beep(Conference.Beep.FALSE)
            .startConferenceOnEnter(true)
            .endConferenceOnExit(true)
            .maxParticipants(2)
            .record(Conference.Record.DO_NOT_RECORD)
            .waitUrl("")
            .build();
    return new VoiceResponse.Builder()
        .dial(
            new Dial.Builder()
                .action(address(talk.then()))
                .method(HttpMethod.POST)
                .record(Dial.Record.DO_NOT_RECORD)
                .conference(room)
                .build())
        .build();
  }

  private VoiceResponse ending(List<Turn.Spoken> words) {
    var response = new VoiceResponse.Builder();
    for (var spoken : words) {
      spoken
          .recording()
          .ifPresentOrElse(one -> response.play(play(one)), () -> response.say(say(spoken)));
    }
    return response.hangup(new Hangup.Builder().build()).build();
  }

  private Play play(Recording recording) {
    return new Play.Builder(PromptSound.address(publicUrl, line, recording)).build();
  }

  private static Say say(Turn.Spoken spoken) {
    var text = NOT_IN_XML.matcher(spoken.text()).replaceAll(" ");
    var say = new Say.Builder(text.substring(0, Math.min(text.length(), LONGEST)));
    Voices.of(spoken.language()).ifPresent(say::voice);
    return say.build();
  }

  /// Absolute, and with the line: also where a request tells only a responder's number.
  String address(String path) {
    return publicUrl.base() + PATH + path + (path.contains("?") ? "&" : "?") + "line=" + line;
  }
}
