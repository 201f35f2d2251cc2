package org.havenline.translations.arb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  /// @param button stands on a button, where there is little room
  /// @param same is meant to be as in English
  /// @param recorded argument → every value it can have, for what may be heard from a recording:
  ///   that says a whole sentence, and nothing can be put into it
  /// @param review how far it has come
  public record Notes(
      Optional<String> description,
      boolean toPerson,
      boolean sms,
      boolean button,
      boolean same,
      Map<String, List<Object>> recorded,
      Review review) {

    /// What holds for a key of the file below holds whatever is laid over it: a text message stays
    /// one.
    Notes over(Notes below) {
      return new Notes(
          description.or(below::description),
          below.toPerson,
          below.sms,
          below.button,
          same,
          below.recorded,
          review);
    }
  }

  /// These texts where there are any, else those of another file of the same language.
  public ArbFile over(ArbFile below) {
    var all = new LinkedHashMap<>(below.entries);
    entries.forEach((key, entry) ->
        all.merge(
            key,
            entry,
            (under, own) -> new Entry(own.message, own.line, own.notes.over(under.notes))));
    return new ArbFile(name, locale, Map.copyOf(all));
  }

  public ArbFile only(Set<String> keys) {
    var some = new LinkedHashMap<>(entries);
    some.keySet().retainAll(keys);
    return new ArbFile(name, locale, Map.copyOf(some));
  }

  public ArbFile named(String other) {
    return new ArbFile(other, locale, entries);
  }
}
