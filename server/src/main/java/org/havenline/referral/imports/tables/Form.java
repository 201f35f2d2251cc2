package org.havenline.referral.imports.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.Table;

/// How the rows of one foreign file become rows of HSDS.
///
/// ```
/// file: data.json                    its name
/// has: [provider, types]             fields by which a row is known to be of this form
/// joined: true                       services wait for the other tables
/// entries: true                      each name in an object, with each of its values, is a row of
///                                    `key` and `value`
/// table: services                    which table of HSDS its rows become; default: services
/// fields:                            where in HSDS → what, as [Template] says
///   id: "irc:{id}"
///   organization/name: "{provider/name}"
///   attributes/*/label: "{types/*/name}"
/// ```
public record Form(
    String file,
    List<String> has,
    Table table,
    boolean joined,
    boolean entries,
    Map<String, Template> fields) {
  private static final Pattern SLASH = Pattern.compile("/");

  public Form {
    has = List.copyOf(has);
  }

  static Form parse(JsonNode form) throws IOException {
    var name =
        Fields.text(form, "file").orElseThrow(() -> new IOException("each file needs its 'file'"));
    var table = Fields.text(form, "table").orElse("services");
    var fields = new LinkedHashMap<String, Template>();
    for (var field : form.path("fields").properties()) {
      fields.put(field.getKey(), Template.parse(field.getValue().asText()));
    }
    return new Form(
        name,
        Fields.texts(form, "has"),
        Table.ofFile(table).orElseThrow(() -> new IOException("no table of HSDS: " + table)),
        form.path("joined").asBoolean(),
        form.path("entries").asBoolean(),
        fields);
  }

  boolean knows(String name, ObjectNode row) {
    return name.equalsIgnoreCase(file) && has.stream().allMatch(row::has);
  }

  /// The rows of HSDS that a foreign row becomes: one, but for `entries`.
  public List<ObjectNode> rows(ObjectNode row) {
    if (!entries) {
      return List.of(map(row));
    }
    return row.properties().stream()
        .flatMap(entry ->
            values(entry.getValue())
                .map(value ->
                    map(
                        JsonNodeFactory.instance
                            .objectNode()
                            .put("key", entry.getKey())
                            .set("value", value))))
        .toList();
  }

  private static Stream<JsonNode> values(JsonNode value) {
    return value.isArray() ? value.valueStream().distinct() : Stream.of(value);
  }

  /// A row of the table; fields that come out empty are left out.
  private ObjectNode map(ObjectNode row) {
    var made = JsonNodeFactory.instance.objectNode();
    fields.forEach((target, template) -> {
      var path = List.of(SLASH.split(target, -1));
      var values = template.values(row);
      if (values.size() > 1 && !path.contains("*")) {
        values = List.of(joined(values));
      }
      for (int n = 0; n < values.size(); n++) {
        set(made, path, values.get(n), n);
      }
    });
    return made;
  }

  private static JsonNode joined(List<JsonNode> values) {
    return TextNode.valueOf(
        values.stream().map(JsonNode::asText).collect(Collectors.joining("; ")));
  }

  /// @param n which of several values this is: it goes where the path has a star
  private static void set(ObjectNode owner, List<String> path, JsonNode value, int n) {
    var name = path.getFirst();
    if (path.size() == 1) {
      owner.set(name, value);
    } else if (path.get(1).equals("*") || path.get(1).matches("\\d")) {
      int index = path.get(1).equals("*") ? n : Integer.parseInt(path.get(1));
      var list = owner.get(name) instanceof ArrayNode there ? there : owner.putArray(name);
      while (list.size() <= index) {
        list.addObject();
      }
      if (path.size() == 2) {
        list.set(index, value);
      } else if (list.get(index) instanceof ObjectNode one) {
        set(one, path.subList(2, path.size()), value, n);
      }
    } else {
      var inner = owner.get(name) instanceof ObjectNode there ? there : owner.putObject(name);
      set(inner, path.subList(1, path.size()), value, n);
    }
  }
}
