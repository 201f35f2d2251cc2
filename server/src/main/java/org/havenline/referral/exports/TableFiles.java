package org.havenline.referral.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.Table;

/// A folder of CSV files of HSDS 3.1. Our own fields are a column `havenline` of the services, as
/// JSON; so is whatever HSDS has no table for.
public final class TableFiles {
  private final Path folder;
  private final Map<Table, Map<String, ObjectNode>> rows = new EnumMap<>(Table.class);

  public TableFiles(Path folder) {
    this.folder = folder;
  }

  void add(ObjectNode service) {
    var flat = service.deepCopy();
    single(flat, "organization", Table.ORGANIZATION);
    single(flat, "program", Table.PROGRAM);
    row(flat, Table.SERVICE);
  }

  /// Takes an object out of its owner, which keeps its id.
  private void single(ObjectNode owner, String name, Table table) {
    if (owner.get(name) instanceof ObjectNode one) {
      owner.remove(name);
      owner.put(table.key(), row(one, table));
    }
  }

  /// @return its id
  private String row(ObjectNode row, Table table) {
    var id = Fields.text(row, "id").orElseGet(() -> made(table, row));
    row.put("id", id);
    single(row, "location", Table.LOCATION);
    single(row, "taxonomy_term", Table.TAXONOMY_TERM);
    single(row, "taxonomy_detail", Table.TAXONOMY);
    single(row, "unit", Table.UNIT);
    for (var field : List.copyOf(row.properties())) {
      var nested = Table.ofNested(field.getKey());
      if (nested.isPresent() && field.getValue().isArray()) {
        row.remove(field.getKey());
        for (var child : field.getValue()) {
          child(child, nested.get(), table, id);
        }
      }
    }
    rows.computeIfAbsent(table, t -> new LinkedHashMap<>()).putIfAbsent(id, row);
    return id;
  }

  private void child(JsonNode child, Table table, Table owner, String id) {
    if (child instanceof ObjectNode one) {
      if (table == Table.ATTRIBUTE) {
        one.put("link_id", id).put("link_entity", owner.key().replace("_id", ""));
      } else if (table == Table.METADATA) {
        one.put("resource_id", id).put("resource_type", owner.key().replace("_id", ""));
      } else {
        one.put(owner.key(), id);
      }
      if (one.get("id") == null) {
        one.put("id", made(table, one));
      }
      row(one, table);
    }
  }

  private static String made(Table table, ObjectNode row) {
    return UUID.nameUUIDFromBytes((table + "|" + row).getBytes(UTF_8)).toString();
  }

  void write() throws IOException {
    Files.createDirectories(folder);
    for (var table : rows.entrySet()) {
      var columns = new LinkedHashSet<String>();
      columns.add("id");
      table.getValue().values().forEach(row -> row.fieldNames().forEachRemaining(columns::add));
      var lines = new ArrayList<String>();
      lines.add(String.join(",", columns));
      for (var row : table.getValue().values()) {
        lines.add(String.join(",", columns.stream().map(name -> cell(row.path(name))).toList()));
      }
      Files.write(folder.resolve(table.getKey().file() + ".csv"), lines, UTF_8);
    }
  }

  private static String cell(JsonNode value) {
    var text =
        value.isMissingNode() || value.isNull()
            ? ""
            : value.isValueNode() ? value.asText() : value.toString();
    return text.matches("(?s).*[\",\\n\\r].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}
