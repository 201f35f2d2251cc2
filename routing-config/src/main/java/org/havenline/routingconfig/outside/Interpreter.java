package org.havenline.routingconfig.outside;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.routingconfig.line.Numbers;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// Somebody who is called in to interpret, and does not answer contacts herself.
///
/// @param name as staff read it, never the person who asks for help
/// @param number E.164, at which staff reach her; never printed
/// @param hours in which she may be called
/// @param communities she belongs to; who is to be kept from one of them is not interpreted by her
/// @param extension keys pressed once somebody picks up there: digits, `*`, `#`, and `w` for half a
///   second's wait
public record Interpreter(
    String id,
    String name,
    String number,
    Map<String, LanguageLevel> languages,
    Hours hours,
    Set<String> communities,
    Optional<String> extension) {

  public Interpreter {
    languages = Map.copyOf(languages);
    communities = Set.copyOf(communities);
  }

  public static Interpreter read(Fields fields) {
    var interpreter =
        new Interpreter(
            fields.required("id").map(v -> v.declares("interpreter")).orElse(""),
            fields.text("name"),
            fields.required("number").map(Numbers::read).orElse(""),
            fields.required("languages").map(LanguageLevel::each).orElse(Map.of()),
            Hours.of(fields),
            fields.optional("communities").map(Value::list).orElse(List.of()).stream()
                .map(Value::text)
                .collect(Collectors.toUnmodifiableSet()),
            fields.optional("extension").map(Interpreter::extension));
    if (interpreter.languages().isEmpty()) {
      fields.at().fault("this interpreter speaks nothing", "List at least one under 'languages'");
    }
    return interpreter;
  }

  private static String extension(Value value) {
    var keys = value.text();
    if (!keys.matches("[0-9*#w]{1,32}")) {
      value.fault(
          "this is not an extension",
          "Write digits, * and #, and w for half a second's wait, in quotes: \"ww12#\"");
    }
    return keys;
  }

  @Override
  public String toString() {
    return "Interpreter[" + id + "]";
  }
}
