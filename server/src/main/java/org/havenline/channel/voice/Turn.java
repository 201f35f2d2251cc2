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

  /// Words, and then several keys are waited for; fewer are an answer too.
  ///
  /// @param count at most so many
  /// @param then what the keys go to, a path and query below the door
  record Digits(List<Spoken> words, Duration patience, int count, String then) implements Turn {
    public Digits {
      words = List.copyOf(words);
    }
  }

  /// They talk with one another. When one of the two leaves whose talk it is, it is over for all; a
  /// third party may come and go.
  ///
  /// @param room theirs alone
  /// @param then what follows when it is over
  /// @param guest a third party
  /// @param muted is not heard
  record Talk(String room, String then, boolean guest, boolean muted) implements Turn {
    /// Of one of the two.
    public Talk(String room, String then) {
      this(room, then, false, false);
    }
  }

  /// Words that somebody hears who is in a room, and whom nobody else hears meanwhile or all hear.
  ///
  /// @param quiet after the words
  /// @param then what follows; empty: nothing
  record Aside(List<Spoken> words, Duration quiet, String then) implements Turn {
    public Aside {
      words = List.copyOf(words);
    }
  }

  /// The end, after a few words or none.
  record End(List<Spoken> words) implements Turn {
    public End {
      words = List.copyOf(words);
    }
  }

  /// Not asked any more, or never was.
  Turn NOTHING = new End(List.of());
}
