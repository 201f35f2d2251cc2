package org.havenline.channel.voice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.havenline.channel.voice.prompt.Recording;

/// What somebody on the telephone hears next.
public sealed interface Turn {

  /// One sentence.
  ///
  /// @param language it is in and is spoken by, BCP 47
  /// @param recording is played in place of a voice, where there is one
  record Spoken(String language, String text, Optional<Recording> recording) {
    /// By a voice.
    public Spoken(String language, String text) {
      this(language, text, Optional.empty());
    }
  }

  /// Words, and then a key is waited for; no key is an answer too.
  ///
  /// @param then what the key goes to, a path and query below the door
  record Ask(List<Spoken> words, Duration patience, String then) implements Turn {
    public Ask {
      words = List.copyOf(words);
    }
  }

  /// The two talk with one another, and nobody else is there; when one leaves, the other is free.
  ///
  /// @param room of them alone
  /// @param then what follows when it is over
  record Talk(String room, String then) implements Turn {}

  /// The end, after a few words or none.
  record End(List<Spoken> words) implements Turn {
    public End {
      words = List.copyOf(words);
    }
  }

  /// Not asked any more, or never was.
  Turn NOTHING = new End(List.of());
}
