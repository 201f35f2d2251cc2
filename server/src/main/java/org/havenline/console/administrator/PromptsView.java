package org.havenline.console.administrator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import org.havenline.channel.twilio.voice.PromptSound;
import org.havenline.channel.voice.prompt.Coverage;
import org.havenline.channel.voice.prompt.Coverage.Take;
import org.havenline.channel.voice.prompt.Numbers;
import org.havenline.channel.voice.prompt.Recording;
import org.havenline.contact.LineId;
import org.havenline.translations.locale.Endonyms;
import org.havenline.translations.spoken.Sentence;

/// What is recorded, as an administrator sees it.
///
/// @param fault why the file of a sentence cannot be played
record PromptsView(LineId line, Function<Sentence, Optional<String>> fault) {

  /// @param place of the language on the line
  JsonObject of(Coverage coverage, int place) {
    var sentences = new JsonArray();
    for (int i = 0; i < coverage.takes().size(); i++) {
      sentences.add(of(coverage.takes().get(i)).put("number", Numbers.of(place, i)));
    }
    return new JsonObject()
        .put("language", coverage.language())
        .put("name", Endonyms.of(coverage.language()))
        .put("voice", coverage.voice())
        .put("heard", coverage.isHeard())
        .put("words", coverage.words())
        .put("lacks", new JsonArray(coverage.lacks()))
        .put("sentences", sentences);
  }

  private JsonObject of(Take take) {
    var sentence = take.sentence();
    var view =
        new JsonObject()
            .put("print", sentence.print())
            .put("name", sentence.name())
            .put("text", sentence.text())
            .put("review", sentence.review().state().word());
    take.recording().ifPresent(recording -> view.put("recording", of(recording)));
    fault.apply(sentence).ifPresent(why -> view.put("fault", why));
    return view;
  }

  JsonObject of(Recording recording) {
    return new JsonObject()
        .put("by", recording.by())
        .put("seconds", recording.length().toMillis() / 1_000.0)
        .put("sound", PromptSound.path(line, recording));
  }
}
