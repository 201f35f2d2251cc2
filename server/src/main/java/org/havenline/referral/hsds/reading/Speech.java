package org.havenline.referral.hsds.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.havenline.referral.directory.Spoken;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.OwnFields;

/// The languages of a service, which directories write as codes, names, lists of names, or
/// sentences. Only what is surely a language becomes one; the sentence is kept as text.
///
/// @param notes what could not be read as languages, or says more than they do
record Speech(Spoken spoken, List<String> notes) {
  private static final Pattern BETWEEN =
      Pattern.compile("[,;/|&+\\n]|\\band\\b|\\bor\\b|\\by\\b|\\bet\\b");
  private static final Pattern INTERPRETED =
      Pattern.compile(
          "interpret|translat|language ?line|intérpret|interprèt|dolmetsch",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// "interpreters for all languages", "interpreters in 150 languages", "language line".
  private static final Pattern ANY =
      Pattern.compile(
          "\\b(all|any|every|most|\\d{3}\\+?|over \\d{2,3}) (other )?languages?\\b|\\blanguage"
              + " ?line\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("[^\\p{L}'’-]+");
  private static final Pattern AROUND = Pattern.compile("^[\\s.:(]+|[\\s.:)]+$");

  static Speech of(ObjectNode service, JsonNode location) {
    var hearing = new Hearing();
    for (var owner : List.of(service, location)) {
      for (var one : Fields.objects(owner, "languages")) {
        hearing.entry(one);
      }
    }
    Fields.text(service, "interpretation_services").ifPresent(hearing::interpretation);
    var own = OwnFields.of(service);
    hearing.interpreted.addAll(Fields.texts(own, "interpreters"));
    hearing.any |= own.path("any_interpreter").asBoolean();
    hearing.interpreted.removeAll(hearing.there);
    return new Speech(new Spoken(hearing.there, hearing.interpreted, hearing.any), hearing.notes);
  }

  private static final class Hearing {
    private final TreeSet<String> there = new TreeSet<>();
    private final TreeSet<String> interpreted = new TreeSet<>();
    private final List<String> notes = new ArrayList<>();
    private boolean any;

    /// A code decides; the note says whether it is by interpreters ("Translation services provided
    /// via …").
    private void entry(ObjectNode one) {
      var note = Fields.text(one, "note");
      note.ifPresent(notes::add);
      boolean byInterpreter = note.isPresent() && INTERPRETED.matcher(note.get()).find();
      var code = Fields.text(one, "code").flatMap(LanguageNames::coded);
      if (code.isPresent()) {
        (byInterpreter ? interpreted : there).add(code.get());
        return;
      }
      Fields.text(one, "name")
          .or(() -> Fields.text(one, "code"))
          .ifPresent(name -> {
            if (byInterpreter || INTERPRETED.matcher(name).find()) {
              interpretation(name);
            } else {
              list(name);
            }
          });
    }

    /// A list of names: each part that is a language by itself is one.
    private void list(String text) {
      boolean whole = true;
      for (var part : BETWEEN.split(text, -1)) {
        var name = AROUND.matcher(part).replaceAll("");
        var code = LanguageNames.named(name);
        code.ifPresent(there::add);
        whole &= code.isPresent() || name.isEmpty();
      }
      if (!whole) {
        notes.add(text);
      }
    }

    /// A sentence about interpreters: every language named in it, one or two words long.
    private void interpretation(String text) {
      notes.add(text);
      if (ANY.matcher(text).find()) {
        any = true;
      }
      var words = WORD.split(text.toLowerCase(Locale.ROOT), -1);
      for (int i = 0; i < words.length; i++) {
        var pair = i + 1 < words.length ? words[i] + " " + words[i + 1] : "";
        var two = LanguageNames.named(pair);
        two.or(single(words[i])).ifPresent(interpreted::add);
        i += two.isPresent() ? 1 : 0;
      }
    }

    /// A word of three letters is seldom meant as a language ("are", "has").
    private static Supplier<Optional<String>> single(String word) {
      return () -> word.length() > 3 ? LanguageNames.named(word) : Optional.empty();
    }
  }
}
