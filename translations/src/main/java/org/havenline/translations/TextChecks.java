package org.havenline.translations;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.havenline.translations.arb.ArbFile;
import org.havenline.translations.arb.ArbFile.Entry;

/// What must hold of every text in every language, measured against the English file.
final class TextChecks {
  private final ArbFile english;
  private final BannedWords banned;
  private final List<Finding> findings = new ArrayList<>();

  private TextChecks(ArbFile english, BannedWords banned) {
    this.english = english;
    this.banned = banned;
  }

  static List<Finding> of(List<ArbFile> files, ArbFile english, BannedWords banned) {
    var checks = new TextChecks(english, banned);
    files.forEach(checks::check);
    return checks.findings;
  }

  private void check(ArbFile file) {
    if (!banned.covers(file.locale())) {
      add(
          file,
          0,
          "no banned words for this language",
          "Add banned-words/" + file.locale() + ".txt");
    }
    for (var key : new TreeSet<>(english.entries().keySet())) {
      if (!file.entries().containsKey(key)) {
        add(file, 0, "'" + key + "' is missing", "Translate it from " + english.name());
      }
    }
    file.entries()
        .forEach((key, entry) -> {
          var original = english.entries().get(key);
          if (original == null) {
            add(file, entry.line(), "'" + key + "' is not in " + english.name(), "Remove it");
          } else {
            checkText(file, key, entry, original);
          }
        });
  }

  private void checkText(ArbFile file, String key, Entry entry, Entry original) {
    MessagePattern pattern;
    try {
      pattern = new MessagePattern(entry.message());
    } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
      add(file, entry.line(), "'" + key + "' is not a message format", "Look at its { and }");
      return;
    }
    if (entry.message().isBlank()) {
      add(file, entry.line(), "'" + key + "' is empty", "Translate it");
    }
    if (!arguments(pattern).equals(argumentsOf(original))) {
      add(
          file,
          entry.line(),
          "'" + key + "' has other arguments than in English",
          "Use exactly " + argumentsOf(original));
    }
    checkPlurals(file, key, entry, pattern);
    var notes = original.notes();
    if (notes.sms() && Segments.of(filled(entry.message())) > 1) {
      add(
          file,
          entry.line(),
          "'" + key + "' does not fit in one SMS",
          "At most 160 characters, 70 when one of them is not in the SMS alphabet");
    }
    if (notes.toPerson()) {
      banned
          .in(entry.message(), file.locale())
          .ifPresent(word ->
              add(
                  file,
                  entry.line(),
                  "'" + key + "' has the banned word '" + word + "'",
                  "Say it so that nobody beside her learns what this is"));
    }
  }

  /// With the longest telephone number (E.164) in each simple place.
  private static String filled(String message) {
    return message.replaceAll("\\{\\w+\\}", "+" + "9".repeat(15));
  }

  private void checkPlurals(ArbFile file, String key, Entry entry, MessagePattern pattern) {
    for (int i = 0; i < pattern.countParts(); i++) {
      var part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_START && part.getArgType().hasPluralStyle()) {
        var type = part.getArgType() == ArgType.PLURAL ? PluralType.CARDINAL : PluralType.ORDINAL;
        var rules = PluralRules.forLocale(ULocale.forLanguageTag(file.locale()), type);
        var missing = new TreeSet<>(rules.getKeywords());
        missing.removeAll(selectors(pattern, i));
        if (!missing.isEmpty()) {
          add(
              file,
              entry.line(),
              "'" + key + "' lacks the plural forms " + missing,
              "Add each as in: few {…}");
        }
      }
    }
  }

  /// The selectors of one argument, not of those nested in it.
  private static Set<String> selectors(MessagePattern pattern, int start) {
    var all = new HashSet<String>();
    int end = pattern.getLimitPartIndex(start);
    for (int i = start + 1; i < end; i++) {
      switch (pattern.getPartType(i)) {
        case ARG_SELECTOR -> all.add(pattern.getSubstring(pattern.getPart(i)));
        case MSG_START -> i = pattern.getLimitPartIndex(i);
        default -> {}
      }
    }
    return all;
  }

  private static Set<String> argumentsOf(Entry original) {
    try {
      return arguments(new MessagePattern(original.message()));
    } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
      return Set.of();
    }
  }

  private static Set<String> arguments(MessagePattern pattern) {
    var all = new TreeSet<String>();
    for (int i = 0; i < pattern.countParts(); i++) {
      var part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_NAME || part.getType() == Part.Type.ARG_NUMBER) {
        all.add(pattern.getSubstring(part));
      }
    }
    return all;
  }

  private void add(ArbFile file, int line, String fault, String remedy) {
    findings.add(new Finding(file.name(), line, fault, remedy));
  }
}
