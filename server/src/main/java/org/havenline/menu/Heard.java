package org.havenline.menu;

import java.util.List;
import java.util.Optional;
import org.havenline.channel.InboundMessage;

/// A message, heard as an answer where it is one.
///
/// @param message as it came, for the transcript
/// @param read what is to be understood: the answer in place of its words, when it is one
/// @param fields of the contact that change by it, as names and values in turn
public record Heard(InboundMessage message, InboundMessage read, List<Object> fields) {

  /// Words alone, which answer nothing.
  public static Heard plainly(InboundMessage message) {
    return new Heard(message, message, List.of());
  }

  /// The language she chose by it.
  public Optional<String> chose() {
    return read.chosenLanguage();
  }
}
