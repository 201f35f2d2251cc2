package org.havenline.routingconfig.plan;

import java.util.List;
import org.havenline.routingconfig.yaml.Languages;
import org.havenline.routingconfig.yaml.Value;

/// Which language a responder must speak: the contact's own, one of a list, or any.
public sealed interface LanguageNeed {
  LanguageNeed ANY = new Any();

  /// The language the person writes; while it is not known, any.
  record OfContact() implements LanguageNeed {}

  /// One of these, whatever she writes.
  record OneOf(List<String> languages) implements LanguageNeed {}

  /// No requirement.
  record Any() implements LanguageNeed {}

  static LanguageNeed read(Value value) {
    if (!value.isText()) {
      return new OneOf(value.list().stream().map(Languages::read).toList());
    }
    return switch (value.text()) {
      case "contact" -> new OfContact();
      case "any" -> ANY;
      default -> {
        value.fault(
            "'language' of a rule is not understood", "Write contact, any, or a list such as [es]");
        yield ANY;
      }
    };
  }
}
