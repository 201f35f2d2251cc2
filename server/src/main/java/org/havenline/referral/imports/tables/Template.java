package org.havenline.referral.imports.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a field of HSDS is made of: text with `{path}` in it. A path names fields one within the
/// other, `*` each of a list, a number one of it, `@keys` the names in an object that are not
/// false. `{path ~ pattern}` takes the first group of a regular expression. A text whose braces
/// come out empty is empty; braces alone give as many values as there are.
record Template(List<Piece> pieces) {
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]+)}");

  /// Fixed text, or a path into the row.
  private record Piece(String text, List<String> path, Optional<Pattern> pattern) {}

  static Template parse(String text) {
    var pieces = new ArrayList<Piece>();
    var found = BRACES.matcher(text);
    int end = 0;
    while (found.find()) {
      fixed(pieces, text.substring(end, found.start()));
      var parts = found.group(1).split(" ~ ", 2);
      pieces.add(
          new Piece(
              "",
              List.of(parts[0].split("/", -1)),
              parts.length > 1 ? Optional.of(Pattern.compile(parts[1])) : Optional.empty()));
      end = found.end();
    }
    fixed(pieces, text.substring(end));
    return new Template(List.copyOf(pieces));
  }

  private static void fixed(List<Piece> pieces, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, List.of(), Optional.empty()));
    }
  }

  List<JsonNode> values(JsonNode row) {
    if (pieces.size() == 1) {
      return found(pieces.getFirst(), row);
    }
    var text = new StringBuilder();
    for (var piece : pieces) {
      var values = found(piece, row);
      if (values.isEmpty()) {
        return List.of();
      }
      text.append(values.stream().map(JsonNode::asText).collect(Collectors.joining(", ")));
    }
    return List.of(TextNode.valueOf(text.toString()));
  }

  private static List<JsonNode> found(Piece piece, JsonNode row) {
    if (piece.path.isEmpty()) {
      return List.of(TextNode.valueOf(piece.text));
    }
    Stream<JsonNode> nodes = Stream.of(row);
    for (var step : piece.path) {
      nodes = nodes.flatMap(node -> step(node, step));
    }
    return nodes
        .filter(node -> node.isNumber() || node.isBoolean() || !node.asText().isBlank())
        .flatMap(node -> matched(piece, node))
        .toList();
  }

  private static Stream<JsonNode> step(JsonNode node, String step) {
    if (step.equals("*")) {
      return node.valueStream();
    }
    if (step.equals("@keys")) {
      return node.properties().stream()
          .filter(entry -> !entry.getValue().isBoolean() || entry.getValue().asBoolean())
          .map(entry -> TextNode.valueOf(entry.getKey()));
    }
    var inner =
        node.isArray() && step.matches("\\d+")
            ? node.path(Integer.parseInt(step))
            : node.path(step);
    return inner.isMissingNode() || inner.isNull() ? Stream.of() : Stream.of(inner);
  }

  private static Stream<JsonNode> matched(Piece piece, JsonNode node) {
    if (piece.pattern.isEmpty()) {
      return Stream.of(node);
    }
    var match = piece.pattern.get().matcher(node.asText());
    return match.find() ? Stream.of(TextNode.valueOf(match.group(1))) : Stream.of();
  }
}
