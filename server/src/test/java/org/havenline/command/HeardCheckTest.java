package org.havenline.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.havenline.channel.twilio.voice.CallWebhook;
import org.havenline.channel.twilio.voice.PlayedRecordings;
import org.havenline.channel.voice.Speech;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.translations.Texts;
import org.havenline.translations.spoken.SoundFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `check` says of calls to whoever runs the server.
class HeardCheckTest {
  private static final Texts TEXTS =
      ((org.havenline.translations.Reading.Sound) Texts.shipped()).texts();
  private static final Speech SPEECH = CallWebhook.speech(TEXTS, _ -> Optional.empty());

  private static final int ALL = TEXTS.script("prs").sentences().size();

  @TempDir private Path folder;

  private List<String> words() {
    var tables = (Reading.Sound) RoutingTables.read(withDari(), TEXTS.messages());
    return new HeardCheck(tables.tables(), SPEECH, new SoundFiles(Optional.of(folder))).words();
  }

  /// The shipped tables, with a language that has no voice.
  private static TableFiles withDari() {
    var files = new java.util.TreeMap<>(TableFiles.shipped().files());
    files.replaceAll((_, bytes) ->
        new String(bytes, UTF_8)
            .replaceFirst("languages: \\[en, ", "languages: [en, prs, ")
            .getBytes(UTF_8));
    return new TableFiles(files);
  }

  private void put(String name, byte[] file) throws IOException {
    var at = folder.resolve("audio").resolve(name);
    Files.createDirectories(at.getParent());
    Files.write(at, file);
  }

  @Test
  void whatIsMissingBrokenAndStaleIsNamedWithWhatToDo() throws IOException {
    var script = TEXTS.script("prs").sentences();
    put(script.get(0).file(), PlayedRecordings.tone(8_000, 1, 16, 1));
    put(script.get(1).file(), "no sound".getBytes(UTF_8));
    put("prs/callNext.0000000000000000.wav", PlayedRecordings.tone(8_000, 1, 16, 1));
    var words = words();
    words.forEach(System.out::println);
    assertThat(words.getFirst()).contains("with a voice");
    assertThat(words)
        .anyMatch(one ->
            one.startsWith("Calls in prs: no voice, and 1 of " + ALL + " sentences recorded"))
        .anyMatch(one -> one.startsWith("Not played: audio/" + script.get(1).file()))
        .anyMatch(one -> one.contains("callNext.0000000000000000.wav. Its text has changed"));
  }

  @Test
  void aWholeScriptIsAllThatIsNeeded() throws IOException {
    for (var sentence : TEXTS.script("prs").sentences()) {
      put(sentence.file(), PlayedRecordings.tone(8_000, 1, 16, 1));
    }
    assertThat(words()).contains("Calls in prs: no voice, and all " + ALL + " sentences recorded.");
  }
}
