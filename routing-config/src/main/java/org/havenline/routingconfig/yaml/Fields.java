package org.havenline.routingconfig.yaml;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A table of keys while it is read. `done` must come last: every key nobody asked for is a
/// finding.
public final class Fields {
  private final Value at;
  private final Ledger ledger;
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Value> keys = new HashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  Fields(Value at, Ledger ledger, Map<Value, Value> entries) {
    this.at = at;
    this.ledger = ledger;
    entries.forEach((key, value) -> {
      values.put(key.text(), value);
      keys.put(key.text(), key);
    });
  }

  /// Where the table itself stands.
  public Value at() {
    return at;
  }

  public Optional<Value> optional(String key) {
    asked.add(key);
    return Optional.ofNullable(values.get(key));
  }

  public Optional<Value> required(String key) {
    var value = optional(key);
    if (value.isEmpty()) {
      at.fault("'" + key + "' is missing", "Add '" + key + ":' here");
    }
    return value;
  }

  public String text(String key) {
    return required(key).map(Value::text).orElse("");
  }

  /// Each entry of a list of tables.
  public <T> List<T> each(String key, Function<Fields, T> read) {
    return required(key).map(list -> each(list, read)).orElse(List.of());
  }

  public static <T> List<T> each(Value list, Function<Fields, T> read) {
    return list.list().stream()
        .map(entry -> {
          var fields = entry.fields();
          var one = read.apply(fields);
          fields.done();
          return one;
        })
        .toList();
  }

  public void done() {
    keys.forEach((key, place) -> {
      if (!asked.contains(key)) {
        ledger.add(
            place.file(),
            place.line(),
            "unknown key '" + Words.shown(key) + "'",
            Words.didYouMean(key, asked));
      }
    });
  }
}
