package org.havenline.simulator.voice.party;

/// Something heard on a phone that does not come from another person.
public sealed interface Sound {
  /// Read by a voice of Twilio.
  record Speech(String text, String language, String voice) implements Sound {}

  /// A file that is played.
  record Audio(String url) implements Sound {}

  /// Keys that Twilio presses for the caller.
  record Keys(String keys) implements Sound {}

  record Tone(Kind kind) implements Sound {}

  /// A sound that Twilio makes by itself.
  enum Kind {
    RINGING,
    HOLD_MUSIC,
    BEEP,
    KEYS,
    /// "An application error has occurred": the document could not be had or read.
    APPLICATION_ERROR
  }

  /// The words or the file, to look for.
  default String words() {
    return switch (this) {
      case Speech(var text, _, _) -> text;
      case Audio(var url) -> url;
      case Keys(var keys) -> "KEYS " + keys;
      case Tone(var kind) -> kind.name();
    };
  }
}
