package org.havenline.channel.voice.prompt;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.havenline.translations.spoken.Sentence;
import org.havenline.translations.spoken.SoundFiles;

/// Recordings that lie beside the texts, each read when it is first asked for.
public final class FileRecordings {
  private final SoundFiles files;
  private final Map<String, Optional<Lying>> lying = new ConcurrentHashMap<>();
  private final Map<String, byte[]> sounds = new ConcurrentHashMap<>();

  /// @param fault why it cannot be played, empty when it can
  private record Lying(Recording recording, String fault) {}

  public FileRecordings(SoundFiles files) {
    this.files = files;
  }

  public Optional<Recording> of(Sentence sentence) {
    return lying(sentence).filter(one -> one.fault().isEmpty()).map(Lying::recording);
  }

  /// Why the file of a sentence cannot be played.
  public Optional<String> fault(Sentence sentence) {
    return lying(sentence).map(Lying::fault).filter(fault -> !fault.isEmpty());
  }

  private Optional<Lying> lying(Sentence sentence) {
    return lying.computeIfAbsent(
        sentence.print(), print -> files.find(sentence).map(file -> lying(print, file)));
  }

  private Lying lying(String print, byte[] file) {
    return switch (PhoneSound.of(file)) {
      case PhoneSound.Taken(var wav, var length, _) -> {
        var recording = new Recording(Recording.id(print, wav), length, Recording.FILES);
        sounds.put(recording.id(), wav);
        yield new Lying(recording, "");
      }
      case PhoneSound.Refused(var why) ->
          new Lying(new Recording("", Duration.ZERO, Recording.FILES), why);
    };
  }

  Optional<byte[]> sound(String id) {
    return Optional.ofNullable(sounds.get(id));
  }
}
