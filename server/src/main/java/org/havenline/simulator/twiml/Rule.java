package org.havenline.simulator.twiml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What one element may carry.
///
/// @param text what may stand in it between its children
record Rule(Map<String, Check> attributes, Set<String> children, Check text) {
  private static final Check NOTHING = new Check("nothing", String::isEmpty);

  Rule {
    attributes = Map.copyOf(attributes);
    children = Set.copyOf(children);
  }

  static Rule empty() {
    return new Rule(Map.of(), Set.of(), NOTHING);
  }

  Rule with(String attribute, Check check) {
    var more = new LinkedHashMap<>(attributes);
    more.put(attribute, check);
    return new Rule(more, children, text);
  }

  /// An address, and by which method it is asked.
  Rule link(String attribute, String method) {
    return with(attribute, Check.URL).with(method, Check.METHOD);
  }

  Rule text(Check check) {
    return new Rule(attributes, children, check);
  }

  Rule children(String... names) {
    return new Rule(attributes, Set.of(names), text);
  }
}
