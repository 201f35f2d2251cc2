package org.havenline.simulator.twiml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One element of a document: a verb, or a noun within one.
///
/// @param text what stands in it, without the space around
public record Verb(String name, Map<String, String> attributes, String text, List<Verb> children) {
  public Verb {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  public Optional<String> given(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  public String or(String attribute, String usual) {
    return attributes.getOrDefault(attribute, usual);
  }

  /// A number; what is none counts as absent, since the grammar has complained already.
  public int number(String attribute, int usual) {
    try {
      return given(attribute).map(Integer::parseInt).orElse(usual);
    } catch (NumberFormatException _) {
      return usual;
    }
  }

  public boolean flag(String attribute, boolean usual) {
    return given(attribute).map(Boolean::parseBoolean).orElse(usual);
  }

  /// GET or POST, as the attribute says; POST when it says nothing.
  public String method(String attribute) {
    return or(attribute, "POST");
  }
}
