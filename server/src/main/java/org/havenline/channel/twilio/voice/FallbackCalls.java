package org.havenline.channel.twilio.voice;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Redirect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.Turn.Spoken;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.line.Line;

/// What callers hear while no server of ours answers: documents that lie still on a host elsewhere,
/// the same bytes for everybody. They name each other by relative addresses, so that they may lie
/// anywhere, together. Nothing in them hangs up on her.
///
/// @param speaks which languages have a voice
/// @param words of a key of the translations, in one of these languages
public record FallbackCalls(Predicate<String> speaks, Words words) {
  /// The telephone is rung for so long, and then asked for a key.
  private static final int RING_SECONDS = 25;

  private static final int KEY_SECONDS = 8;

  /// Between two tries of one who stays.
  private static final int PAUSE_SECONDS = 20;

  /// What is said before the telephone rings; each further language would let all others wait.
  private static final double MOST_SECONDS = 10;

  /// What is said.
  @FunctionalInterface
  public interface Words {
    Spoken of(String key, String language);
  }

  public static FallbackCalls of(Speech speech) {
    return new FallbackCalls(
        speech::speaks, (key, language) -> speech.say(key, Map.of(), language, language));
  }

  /// The documents of a line, by the names of their files; none when nobody can call it.
  public Map<String, String> of(Line line) {
    var files = new LinkedHashMap<String, String>();
    for (var number : line.numbers()) {
      if (number.on(Channel.VOICE)) {
        files.put(name(line, number.number()), caller(line, number.number()));
      }
    }
    if (!files.isEmpty() && line.dutyPhone().isPresent()) {
      files.put(whisper(line), asked(line));
      files.put(taken(line), Documents.write(new VoiceResponse.Builder().build()));
    }
    return files;
  }

  /// The file to be named as what is asked when our own answer cannot be had.
  ///
  /// @param number of the line, E.164
  public static String name(Line line, String number) {
    return line.id() + "-call-" + number.substring(1) + ".xml";
  }

  private static String whisper(Line line) {
    return line.id() + "-duty.xml";
  }

  private static String taken(Line line) {
    return line.id() + "-taken.xml";
  }

  private String caller(Line line, String number) {
    var response = new VoiceResponse.Builder();
    line.dutyPhone()
        .ifPresent(phone -> {
          greetings(line).forEach(spoken -> response.say(Documents.say(spoken)));
          response.dial(duty(line, number, phone));
        });
    for (var language : spoken(line)) {
      response.say(Documents.say(words.of("callLater", language)));
    }
    return Documents.write(
        response
            .pause(new Pause.Builder().length(PAUSE_SECONDS).build())
            .redirect(new Redirect.Builder(name(line, number)).method(HttpMethod.POST).build())
            .build());
  }

  /// As many languages as are heard in time, the main one first.
  private List<Spoken> greetings(Line line) {
    var greetings = new ArrayList<Spoken>();
    double time = 0;
    for (var language : spoken(line)) {
      var trying = words.of("callTrying", language);
      var greeting =
          new Spoken(
              trying.language(), words.of("callGreeting", language).text() + " " + trying.text());
      time += Speech.seconds(greeting);
      if (time <= MOST_SECONDS || greetings.isEmpty()) {
        greetings.add(greeting);
      }
    }
    return greetings;
  }

  /// The line's languages that have a voice; English at least.
  private List<String> spoken(Line line) {
    var spoken = line.languages().stream().filter(speaks).toList();
    return spoken.isEmpty() ? List.of("en") : spoken;
  }

  /// Who picks up sees the line's number, and is nobody until a key is pressed: a machine presses
  /// none. Without an address for what follows, the caller's own document goes on, however it ends.
  private static Dial duty(Line line, String number, String phone) {
    return new Dial.Builder()
        .callerId(number)
        .timeout(RING_SECONDS)
        .record(Dial.Record.DO_NOT_RECORD)
        .number(new Number.Builder(phone).url(whisper(line)).method(HttpMethod.POST).build())
        .build();
  }

  /// Heard by whoever picks up. Any key counts: a document that lies still knows none apart.
  private String asked(Line line) {
    var summons = Documents.say(words.of("callWhisper", spoken(line).getFirst()));
    var ask =
        new Gather.Builder()
            .inputs(Gather.Input.DTMF)
            .numDigits(1)
            .finishOnKey("")
            .timeout(KEY_SECONDS)
            .action(taken(line))
            .method(HttpMethod.POST)
            .say(summons)
            .build();
    return Documents.write(
        new VoiceResponse.Builder()
            .gather(ask)
            .gather(ask)
            .hangup(new Hangup.Builder().build())
            .build());
  }
}
