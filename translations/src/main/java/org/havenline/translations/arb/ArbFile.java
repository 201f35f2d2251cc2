package org.havenline.translations.arb;

import java.util.Map;
import java.util.Optional;

/// One file of texts: a language and its texts by key (Application Resource Bundle).
///
/// @param name of the file
public record ArbFile(String name, String locale, Map<String, Entry> entries) {

  /// A text and what is noted about it. In the English file the notes say what holds for a key in
  /// every language.
  ///
  /// @param message in ICU MessageFormat
  public record Entry(String message, int line, Notes notes) {}

  /// What the file says about a text beside the text itself.
  ///
  /// @param description for translators
  /// @param toPerson read by a person who asks for help, not by staff
  /// @param sms sent as one text, so it must fit in one segment
  /// @param review how far it has come: drafted, reviewed (by a second speaker), approved
  public record Notes(Optional<String> description, boolean toPerson, boolean sms, String review) {
    static final Notes NONE = new Notes(Optional.empty(), true, false, "");
  }
}
