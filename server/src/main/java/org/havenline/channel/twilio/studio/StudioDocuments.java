package org.havenline.channel.twilio.studio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import java.util.Map;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.voice.prompt.PhoneSound;
import org.havenline.channel.voice.prompt.Studio;
import org.havenline.http.Response;

/// What an administrator hears who records by telephone; in English, as the console is.
record StudioDocuments(PublicUrl publicUrl) {
  static final String PATH = "/twilio/studio/";

  /// Below the door of calls, where nobody is asked for a code.
  private static final String CALLER = "/twilio/voice/caller";

  private static final int PATIENCE = 15;
  private static final int SILENCE = 4;

  /// Whoever has none is a caller.
  Response code() {
    return gathering("Please enter your code.", "code", Studio.CODE_DIGITS);
  }

  Response number(String before) {
    return gathering(
        before + "Enter the number of a sentence, then press the hash key.", "number", 0);
  }

  Response keep(String sound, String which) {
    var gather =
        gather("kept?" + which, 1)
            .play(play(sound))
            .say(say("To keep it, press 1. To read it again, press 2."))
            .build();
    return written(new VoiceResponse.Builder().gather(gather));
  }

  /// @param which sentence, as a query
  Response record(String which) {
    var action = address("taken?" + which);
    return written(
        new VoiceResponse.Builder()
            .say(say("Read it after the tone, then press the hash key."))
            .record(
                new Record.Builder()
                    .action(action)
                    .method(HttpMethod.POST)
                    .maxLength((int) PhoneSound.LONGEST.toSeconds() - 1)
                    .timeout(SILENCE)
                    .finishOnKey("#")
                    .playBeep(true)
                    .recordingStatusCallback(address("tape"))
                    .recordingStatusCallbackMethod(HttpMethod.POST)
                    .build())
            .redirect(new Redirect.Builder(action).method(HttpMethod.POST).build()));
  }

  Response later(String path) {
    return written(
        new VoiceResponse.Builder()
            .pause(new Pause.Builder().length(2).build())
            .redirect(new Redirect.Builder(address(path)).method(HttpMethod.POST).build()));
  }

  /// She goes on as a caller.
  Response caller() {
    return written(
        new VoiceResponse.Builder()
            .redirect(
                new Redirect.Builder(publicUrl.base() + CALLER).method(HttpMethod.POST).build()));
  }

  private Response gathering(String words, String then, int digits) {
    return written(
        new VoiceResponse.Builder().gather(gather(then, digits).say(say(words)).build()));
  }

  /// @param digits how many, or 0: until the hash key
  private Gather.Builder gather(String then, int digits) {
    var gather =
        new Gather.Builder()
            .inputs(Gather.Input.DTMF)
            .finishOnKey("#")
            .timeout(PATIENCE)
            .actionOnEmptyResult(true)
            .action(address(then))
            .method(HttpMethod.POST);
    return digits == 0 ? gather : gather.numDigits(digits);
  }

  private static Say say(String words) {
    return new Say.Builder(words).voice(Say.Voice.GOOGLE_EN_US_STANDARD_C).build();
  }

  /// @param sound its path on our site
  private Play play(String sound) {
    return new Play.Builder(publicUrl.base() + sound).build();
  }

  private String address(String path) {
    return publicUrl.base() + PATH + path;
  }

  private static Response written(VoiceResponse.Builder document) {
    try {
      return new Response(
          200,
          Map.of("content-type", "text/xml; charset=utf-8"),
          document.build().toXml().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (TwiMLException e) {
      throw new IllegalStateException("a document could not be written", e);
    }
  }
}
