package org.havenline.referral.hsds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Reads a document leniently: what is missing or of another type is not there.
public final class Fields {
  private Fields() {}

  /// Text or a number as text; empty when missing, blank or of another type.
  public static Optional<String> text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /// The objects of a list; empty when there is none.
  public static List<ObjectNode> objects(JsonNode node, String field) {
    return node.path(field)
        .valueStream()
        .flatMap(item -> item instanceof ObjectNode object ? Stream.of(object) : Stream.empty())
        .toList();
  }

  /// The texts of a list.
  public static List<String> texts(JsonNode node, String field) {
    return node.path(field)
        .valueStream()
        .filter(JsonNode::isValueNode)
        .map(item -> item.asText().strip())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /// A whole number of 0 or more.
  public static OptionalInt whole(JsonNode node, String field) {
    var value = node.path(field);
    return value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= Integer.MAX_VALUE
        ? OptionalInt.of((int) Math.floor(value.asDouble()))
        : OptionalInt.empty();
  }
}
