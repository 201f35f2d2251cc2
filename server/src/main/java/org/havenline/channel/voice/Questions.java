package org.havenline.channel.voice;

import java.util.List;
import java.util.Optional;
import org.havenline.channel.KeyAnswer;
import org.havenline.routingconfig.RiskLevel;

/// What one who cannot talk is asked, to be answered by 1 for yes and 2 for no. The words are as
/// neutral as all others: the telephone may be on its loudspeaker.
///
/// @param key of the sentence
/// @param yes what a yes says of her danger
record Questions(String key, Optional<KeyAnswer.Sign> yes) {
  static final KeyAnswer.Sign CANNOT_TALK = new KeyAnswer.Sign("cannot-talk", RiskLevel.HIGH);

  private static final Questions AT_ONCE =
      new Questions("callAtOnce", Optional.of(new KeyAnswer.Sign("help-now", RiskLevel.IMMEDIATE)));

  private static final Questions WITH_HER =
      new Questions(
          "callWithYou", Optional.of(new KeyAnswer.Sign("controller-present", RiskLevel.HIGH)));

  /// Whether she may be sent a text; the one answer that is no sign.
  private static final Questions TEXT = new Questions("callMayText", Optional.empty());

  /// @param textable whether there is a number to which a text could go
  static List<Questions> all(boolean textable) {
    return textable ? List.of(AT_ONCE, WITH_HER, TEXT) : List.of(AT_ONCE, WITH_HER);
  }

  boolean asksForText() {
    return yes.isEmpty();
  }
}
