package org.havenline.routingconfig.choice;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.havenline.routingconfig.yaml.Value;

/// One clause of an order of asking: by an attribute of responders that is a number. Whoever lacks
/// it comes last, whichever the direction.
public record Order(String attribute, boolean ascending) {
  private static final Pattern CLAUSE = Pattern.compile("([A-Za-z_]\\w{0,99}) (asc|desc)");

  static Order read(Value value) {
    var match = CLAUSE.matcher(value.text());
    if (match.matches()) {
      return new Order(match.group(1), match.group(2).equals("asc"));
    }
    value.fault("this is not an order", "Write an attribute and asc or desc: english_level desc");
    return new Order("", true);
  }

  /// By this clause alone.
  public Comparator<Map<String, Object>> comparator() {
    Comparator<Double> direction =
        ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
    return Comparator.comparing((Map<String, Object> all) -> number(all).isEmpty())
        .thenComparing(all -> number(all).orElse(0.0), direction);
  }

  private Optional<Double> number(Map<String, Object> all) {
    return all.get(attribute) instanceof Double number ? Optional.of(number) : Optional.empty();
  }
}
