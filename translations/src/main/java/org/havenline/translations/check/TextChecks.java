package org.havenline.translations.check;

import com.ibm.icu.text.MessagePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.translations.Finding;
import org.havenline.translations.Segments;
import org.havenline.translations.arb.ArbFile;
import org.havenline.translations.arb.ArbFile.Entry;
import org.havenline.translations.locale.Fallback;
import org.havenline.translations.spoken.Script;

/// What must hold of every text in every language, measured against the English file. A text that
/// is missing is no fault: a person gets it in another language.
public final class TextChecks {
  private final ArbFile english;
  private final BannedWords banned;
  private final List<Finding> findings = new ArrayList<>();

  private TextChecks(ArbFile english, BannedWords banned) {
    this.english = english;
    this.banned = banned;
  }

  public static List<Finding> of(List<ArbFile> files, ArbFile english, BannedWords banned) {
    var checks = new TextChecks(english, banned);
    files.forEach(checks::check);
    return checks.findings;
  }

  private void check(ArbFile file) {
    if (!banned.covers(file.locale())) {
      findings.add(
          new Finding(
              file.name(),
              0,
              "no banned words for this language",
              "Add banned-words/" + file.locale() + ".txt"));
    }
    file.entries()
        .forEach((key, entry) -> {
          var faults = new Faults(file, key, entry, findings);
          var original = english.entries().get(key);
          if (original == null) {
            faults.add("is not in " + english.name(), "Remove it");
          } else {
            checkText(file.locale(), entry, original, faults);
          }
        });
  }

  private record Faults(ArbFile file, String key, Entry entry, List<Finding> findings) {
    void add(String fault, String remedy) {
      findings.add(new Finding(file.name(), entry.line(), "'" + key + "' " + fault, remedy));
    }
  }

  private void checkText(String locale, Entry entry, Entry original, Faults faults) {
    var pattern = pattern(entry);
    if (pattern.isEmpty()) {
      faults.add("is not a message format", "Look at its { and }");
      return;
    }
    if (entry.message().isBlank()) {
      faults.add("is empty", "Translate it");
    }
    var arguments = pattern(original).map(Plurals::arguments).orElse(Map.of());
    if (!Plurals.arguments(pattern.get()).equals(arguments)) {
      faults.add("has other arguments than in English", "Use exactly " + arguments.keySet());
    }
    var missing = Plurals.missing(pattern.get(), locale);
    if (!missing.isEmpty()) {
      faults.add("lacks the plural forms " + missing, "Add each as in: few {…}");
    }
    if (original.notes().sms() && Segments.of(filled(entry.message())) > 1) {
      faults.add(
          "does not fit in one SMS",
          "At most 160 characters, 70 when one of them is not in the SMS alphabet");
    }
    if (locale.equals(Fallback.LAST)
        && Script.isHeard(faults.key(), original)
        && !original.notes().recorded().keySet().equals(arguments.keySet())) {
      faults.add(
          "is heard in calls, and it is not known which of it is to be recorded",
          "Write in its notes every value of " + arguments.keySet() + ", as \"x-recorded\"");
    }
    Looks.check(entry, original, locale, faults::add);
    if (original.notes().toPerson()) {
      banned
          .in(entry.message(), locale)
          .ifPresent(word ->
              faults.add(
                  "has the banned word '" + word + "'",
                  "Say it so that nobody beside her learns what this is"));
    }
  }

  /// With the longest telephone number (E.164) in each simple place.
  private static String filled(String message) {
    return message.replaceAll("\\{\\w+\\}", "+" + "9".repeat(15));
  }

  private static Optional<MessagePattern> pattern(Entry entry) {
    try {
      return Optional.of(new MessagePattern(entry.message()));
    } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
      return Optional.empty();
    }
  }
}
