package org.havenline.channel.twilio.voice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.twilio.http.HttpMethod;
import com.twilio.twiml.TwiML;
import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import java.time.Duration;
import java.util.List;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.twilio.XmlText;
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

  /// The two, and one of each kind of third party.
  private static final int MOST = 6;

  /// What is asked of many alike is written once: Twilio's builder makes an XML parser and a
  /// transformer for each document, which was a tenth of a node's work.
  private static final Cache<Asked, String> WRITTEN =
      Caffeine.newBuilder().maximumSize(1_000).build();

  private record Asked(Documents by, Turn.Ask turn) {}

  String of(Turn turn) {
    return turn instanceof Turn.Ask ask
        ? WRITTEN.get(new Asked(this, ask), _ -> written(turn))
        : written(turn);
  }

  private String written(Turn turn) {
    return write(
        switch (turn) {
          case Turn.Ask(var words, var patience, var then) ->
              asking(words, patience, address(then), 1, "");
          case Turn.Digits(var words, var patience, int count, var then) ->
              asking(words, patience, address(then), count, "#");
          case Turn.Talk talk -> talking(talk);
          case Turn.Aside aside -> aside(aside);
          case Turn.End(var words) -> ending(words);
        });
  }

  static String write(TwiML document) {
    try {
      return document.toXml();
    } catch (TwiMLException e) {
      throw new IllegalStateException("a document could not be written", e);
    }
  }

  /// Any key counts, `#` and `*` too, and none as well. Should a provider not send none, the
  /// redirect does.
  private VoiceResponse asking(
      List<Turn.Spoken> words, Duration patience, String then, int count, String end) {
    var gather =
        new Gather.Builder()
            .inputs(Gather.Input.DTMF)
            .numDigits(count)
            .finishOnKey(end)
            .timeout((int) patience.toSeconds())
            .actionOnEmptyResult(true)
            .action(then)
            .method(HttpMethod.POST);
    for (var spoken : words) {
      spoken
          .recording()
          .ifPresentOrElse(one -> gather.play(play(one)), () -> gather.say(say(spoken)));
    }
    return new VoiceResponse.Builder()
        .gather(gather.build())
        .redirect(new Redirect.Builder(then).method(HttpMethod.POST).build())
        .build();
  }

  /// The room ends with the first of the two who leaves, so neither is ever alone in it for long; a
  /// third party begins and ends nothing.
  private VoiceResponse talking(Turn.Talk talk) {
    var room =
        new Conference.Builder(talk.room())
            .beep(Conference.Beep.FALSE)
            .muted(talk.muted())
            .startConferenceOnEnter(!talk.guest())
            .endConferenceOnExit(!talk.guest())
            .maxParticipants(MOST)
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

  /// Of the verbs that Twilio executes beside a room.
  private VoiceResponse aside(Turn.Aside aside) {
    var response = new VoiceResponse.Builder();
    speak(response, aside.words());
    if (aside.quiet().isPositive()) {
      response.pause(new Pause.Builder().length((int) aside.quiet().toSeconds()).build());
    }
    if (!aside.then().isEmpty()) {
      response.redirect(
          new Redirect.Builder(address(aside.then())).method(HttpMethod.POST).build());
    }
    return response.build();
  }

  private VoiceResponse ending(List<Turn.Spoken> words) {
    var response = new VoiceResponse.Builder();
    speak(response, words);
    return response.hangup(new Hangup.Builder().build()).build();
  }

  private void speak(VoiceResponse.Builder response, List<Turn.Spoken> words) {
    for (var spoken : words) {
      spoken
          .recording()
          .ifPresentOrElse(one -> response.play(play(one)), () -> response.say(say(spoken)));
    }
  }

  private Play play(Recording recording) {
    return new Play.Builder(PromptSound.address(publicUrl, line, recording)).build();
  }

  static Say say(Turn.Spoken spoken) {
    var text = XmlText.of(spoken.text());
    var say = new Say.Builder(text.substring(0, Math.min(text.length(), LONGEST)));
    Voices.of(spoken.language()).ifPresent(say::voice);
    return say.build();
  }

  /// Absolute, and with the line: also where a request tells only a responder's number.
  String address(String path) {
    return publicUrl.base() + PATH + path + (path.contains("?") ? "&" : "?") + "line=" + line;
  }
}
