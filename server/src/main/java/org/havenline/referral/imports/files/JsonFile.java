package org.havenline.referral.imports.files;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Set;
import org.havenline.referral.imports.report.Origin;

/// Records of a JSON file: one, a list, a page with its `contents`, a collection with its `results`
/// or `features`, or one on each line. A broken line costs that line; a document whose brackets are
/// broken is read up to there.
public final class JsonFile {
  private static final ObjectMapper JSON = Limits.json();

  /// Lists of records in something that is none itself.
  private static final Set<String> PAGES = Set.of("contents", "results", "features", "records");

  private final String file;
  private final Rows rows;
  private long row;

  private JsonFile(String file, Rows rows) {
    this.file = file;
    this.rows = rows;
  }

  /// @param lines whether each line is a record, as in `.ndjson` and `.jsonl`
  /// @return what stands beside the records of a page; empty when it was none
  /// @throws IOException when it cannot be read
  public static ObjectNode read(String file, BufferedReader reader, boolean lines, Rows rows)
      throws IOException {
    var json = new JsonFile(file, rows);
    return lines ? json.lines(reader) : json.document(reader);
  }

  private ObjectNode lines(BufferedReader reader) throws IOException {
    for (var line = BoundedLine.read(reader); line != null; line = BoundedLine.read(reader)) {
      row++;
      var text = line.strip();
      if (!text.isEmpty()) {
        try {
          give(JSON.readTree(text));
        } catch (JsonProcessingException e) {
          rows.broken(here(), "no JSON");
        }
      }
    }
    return JSON.createObjectNode();
  }

  private ObjectNode document(BufferedReader reader) throws IOException {
    var page = JSON.createObjectNode();
    try (var parser = JSON.createParser(reader)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
          list(parser);
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
          page = object(parser);
        } else {
          row++;
          rows.broken(here(), "no object");
        }
      }
    } catch (JsonProcessingException e) {
      row++;
      rows.brokenOff(here(), brokenAt(e));
    }
    return page;
  }

  private static String brokenAt(JsonProcessingException e) {
    var what = e instanceof JsonParseException ? "no JSON" : "larger or deeper than any record";
    return e.getLocation() == null
        ? what
        : what + " at line " + e.getLocation().getLineNr() + "; nothing behind it was read";
  }

  private void list(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      row++;
      var element = BoundedTree.read(parser, JSON);
      if (element.isPresent()) {
        give(element.get());
      } else {
        rows.broken(here(), "larger than any record");
      }
    }
  }

  /// A page, or one record.
  private ObjectNode object(JsonParser parser) throws IOException {
    var object = JSON.createObjectNode();
    boolean page = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      parser.nextToken();
      if (parser.currentToken() == JsonToken.START_ARRAY && PAGES.contains(name)) {
        page = true;
        list(parser);
      } else {
        BoundedTree.read(parser, JSON).ifPresent(value -> object.set(name, value));
      }
    }
    if (!page) {
      row++;
      give(object);
      return JSON.createObjectNode();
    }
    return object;
  }

  private void give(JsonNode node) {
    if (node instanceof ObjectNode object) {
      rows.row(object, here());
    } else {
      rows.broken(here(), "no object");
    }
  }

  private Origin here() {
    return new Origin(file, row);
  }
}
