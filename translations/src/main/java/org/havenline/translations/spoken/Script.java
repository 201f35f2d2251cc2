package org.havenline.translations.spoken;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.havenline.translations.arb.ArbFile;
import org.havenline.translations.arb.ArbFile.Entry;

/// All that a caller of one language can hear, to be read aloud for recordings.
///
/// @param sentences in the order of their keys
/// @param lacks keys of what has no text in this language
public record Script(String locale, List<Sentence> sentences, List<String> lacks) {

  /// @param english says which keys there are, and what can stand in their places
  public static Script of(ArbFile file, ArbFile english) {
    var sentences = new ArrayList<Sentence>();
    var lacks = new ArrayList<String>();
    new TreeMap<>(english.entries())
        .forEach((key, original) -> {
          if (isHeard(key, original)) {
            Optional.ofNullable(file.entries().get(key))
                .ifPresentOrElse(
                    entry -> sentences.addAll(sentences(file.locale(), key, entry, original)),
                    () -> lacks.add(key));
          }
        });
    return new Script(file.locale(), List.copyOf(sentences), List.copyOf(lacks));
  }

  /// Whether a caller may hear it: one who is rung, of our staff, speaks the line's language.
  public static boolean isHeard(String key, Entry original) {
    var notes = original.notes();
    return key.startsWith("call") && notes.toPerson() && !notes.sms();
  }

  private static List<Sentence> sentences(String locale, String key, Entry entry, Entry original) {
    var format = new MessageFormat(entry.message(), ULocale.forLanguageTag(locale));
    return filled(original.notes().recorded()).stream()
        .map(arguments -> {
          var name = new StringBuilder(key);
          arguments.values().forEach(value -> name.append('-').append(value));
          return Sentence.of(
              locale, name.toString(), format.format(arguments), entry.notes().review());
        })
        .toList();
  }

  /// Every way in which the places can be filled.
  private static List<Map<String, Object>> filled(Map<String, List<Object>> values) {
    List<Map<String, Object>> all = List.of(Map.of());
    for (var argument : values.entrySet()) {
      var next = new ArrayList<Map<String, Object>>();
      for (var before : all) {
        for (var value : argument.getValue()) {
          var more = new LinkedHashMap<>(before);
          more.put(argument.getKey(), value);
          next.add(more);
        }
      }
      all = next;
    }
    return all;
  }

  /// One of its sentences.
  public Optional<Sentence> find(String print) {
    return sentences.stream().filter(one -> one.print().equals(print)).findFirst();
  }
}
