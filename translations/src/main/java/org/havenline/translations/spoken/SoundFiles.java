package org.havenline.translations.spoken;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Recordings that lie beside the texts, as `audio/<locale>/<name>.<print>.wav`: those of an
/// operator's folder, and under them the shipped ones. The print in the name is of the text that
/// was read; of another text the file is not found any more.
///
/// @param folder of an operator's translations
public record SoundFiles(Optional<Path> folder) {
  /// Far more than a sentence takes.
  public static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final String AUDIO = "audio";

  /// Nothing but what is shipped.
  public static final SoundFiles SHIPPED = new SoundFiles(Optional.empty());

  /// @return at most a byte more than [#MOST_BYTES]
  public Optional<byte[]> find(Sentence sentence) {
    try (var in = open(sentence)) {
      return in == null ? Optional.empty() : Optional.of(in.readNBytes(MOST_BYTES + 1));
    } catch (IOException e) {
      throw new UncheckedIOException("a recording cannot be read: " + sentence.file(), e);
    }
  }

  private @Nullable InputStream open(Sentence sentence) throws IOException {
    var own = folder.map(path -> path.resolve(AUDIO).resolve(sentence.file()));
    return own.isPresent() && Files.isRegularFile(own.get())
        ? Files.newInputStream(own.get())
        : SoundFiles.class.getResourceAsStream(
            "/org/havenline/translations/audio/" + sentence.file());
  }

  /// Files of the operator that no sentence of these asks for: their text has changed, or the name
  /// is wrong.
  public List<String> stale(List<Script> scripts) {
    var wanted =
        scripts.stream()
            .flatMap(script -> script.sentences().stream())
            .map(Sentence::file)
            .collect(Collectors.toSet());
    var names = folder.map(path -> names(path.resolve(AUDIO))).orElse(Set.of());
    return names.stream().filter(name -> !wanted.contains(name)).toList();
  }

  private static Set<String> names(Path audio) {
    if (!Files.isDirectory(audio)) {
      return Set.of();
    }
    try (var files = Files.walk(audio, 2)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> audio.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".wav"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException("recordings cannot be read", e);
    }
  }
}
