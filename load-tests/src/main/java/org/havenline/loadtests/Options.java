package org.havenline.loadtests;

import java.util.HashMap;
import java.util.Map;

/// What the person at the keyboard asked for: `--name value`, or `--name` alone.
record Options(Map<String, String> values) {
  static Options parse(String... arguments) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < arguments.length; i++) {
      if (!arguments[i].startsWith("--")) {
        throw new IllegalArgumentException("not an option: " + arguments[i]);
      }
      boolean alone = i + 1 == arguments.length || arguments[i + 1].startsWith("--");
      values.put(arguments[i].substring(2), alone ? "true" : arguments[++i]);
    }
    return new Options(values);
  }

  int number(String name, int otherwise) {
    return Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
  }

  long seed() {
    var given = values.get("seed");
    return given == null ? System.nanoTime() : Long.parseLong(given);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }
}
