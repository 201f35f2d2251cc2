package org.havenline.routingconfig.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Languages;
import org.havenline.routingconfig.yaml.Value;

/// Speakers of one language understand another, which they need not have learnt. Directed: what
/// holds one way need not hold back.
///
/// @param spoken the level it is worth at most in speech, however well the first is spoken; empty:
///   not understood
/// @param written the same in writing: Urdu and Hindi sound alike and share no letters
public record Kinship(
    String speaks,
    String understands,
    Optional<LanguageLevel> spoken,
    Optional<LanguageLevel> written) {

  /// The level it is worth at most on a channel.
  public Optional<LanguageLevel> on(Channel channel) {
    return channel == Channel.VOICE ? spoken : written;
  }

  /// One entry of the table; with lists, each of the first with each of the second.
  public static List<Kinship> read(Fields fields) {
    var speak = languages(fields, "speakers-of");
    var understand = languages(fields, "understand");
    var spoken = fields.optional("spoken").flatMap(v -> v.word(LanguageLevel.class));
    var written = fields.optional("written").flatMap(v -> v.word(LanguageLevel.class));
    if (spoken.isEmpty() && written.isEmpty()) {
      fields.at().fault("this says nothing", "Add 'spoken: working', 'written: working' or both");
    }
    var all = new ArrayList<Kinship>();
    for (var one : speak) {
      for (var other : understand) {
        if (!one.tag().equals(other.tag())) {
          other.at().once("understanding", one.tag() + " " + other.tag());
          all.add(new Kinship(one.tag(), other.tag(), spoken, written));
        }
      }
    }
    if (all.isEmpty() && !speak.isEmpty() && !understand.isEmpty()) {
      fields.at().fault("a language is said to understand itself", "Name another language");
    }
    return List.copyOf(all);
  }

  private record Named(String tag, Value at) {}

  private static List<Named> languages(Fields fields, String key) {
    return fields.required(key).stream()
        .flatMap(value -> value.isText() ? List.of(value).stream() : value.list().stream())
        .map(value -> new Named(Languages.read(value), value))
        .toList();
  }
}
