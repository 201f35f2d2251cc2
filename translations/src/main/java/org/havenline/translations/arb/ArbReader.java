package org.havenline.translations.arb;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.havenline.translations.Finding;
import org.havenline.translations.arb.ArbFile.Entry;
import org.havenline.translations.arb.ArbFile.Notes;

/// Reads one ARB file; whatever is wrong becomes a finding with its line.
public final class ArbReader {
  public static final int MOST_BYTES = 512 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String file;
  private final LocalDate today;
  private final List<Finding> findings;
  private final Map<String, String> messages = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, JsonNode> notes = new HashMap<>();

  private ArbReader(String file, LocalDate today, List<Finding> findings) {
    this.file = file;
    this.today = today;
    this.findings = findings;
  }

  /// @param today no review is later
  public static Optional<ArbFile> read(
      String file, byte[] bytes, LocalDate today, List<Finding> findings) {
    if (bytes.length > MOST_BYTES) {
      findings.add(
          new Finding(file, 0, "more than " + MOST_BYTES / 1024 + " KiB", "Shorten the file"));
      return Optional.empty();
    }
    var reader = new ArbReader(file, today, findings);
    try (var parser = JSON.createParser(bytes)) {
      if (!reader.readAll(parser)) {
        return Optional.empty();
      }
    } catch (JsonProcessingException broken) {
      var place = broken.getLocation();
      reader.fault(
          place == null ? 0 : place.getLineNr(),
          "not readable as JSON",
          "Look at the quotes and commas of this line and the one above");
      return Optional.empty();
    } catch (IOException unreadable) {
      reader.fault(0, "not readable", "Save the file as UTF-8");
      return Optional.empty();
    }
    return Optional.of(reader.file());
  }

  private boolean readAll(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      fault(1, "not a table of texts", "Begin with { and end with }");
      return false;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var key = parser.currentName();
      int line = parser.currentTokenLocation().getLineNr();
      parser.nextToken();
      if (lines.put(key, line) != null) {
        fault(line, "'" + key + "' is there twice", "Remove one of the two");
      }
      if (!key.startsWith("@") || key.startsWith("@@")) {
        readText(key, line, parser);
      } else {
        notes.put(key.substring(1), JSON.readTree(parser));
      }
    }
    checkFollowed();
    return true;
  }

  private void readText(String key, int line, JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      messages.put(key, parser.getText());
    } else {
      parser.skipChildren();
      fault(line, "'" + key + "' is not a text", "Write it in quotes");
    }
  }

  private void checkFollowed() {
    for (var key : notes.keySet()) {
      if (!messages.containsKey(key)) {
        fault(line("@" + key), "'@" + key + "' describes no text", "Remove it");
      }
    }
  }

  private ArbFile file() {
    var entries = new LinkedHashMap<String, Entry>();
    var ofFile = review("@@x-review", note -> messages.getOrDefault("@@" + note, ""));
    messages.forEach((key, message) -> {
      if (!key.startsWith("@@")) {
        entries.put(key, new Entry(message, line(key), notes(key, ofFile)));
      }
    });
    var locale = messages.getOrDefault("@@locale", "");
    if (!file.equals(locale + ".arb")) {
      fault(1, "'@@locale' is not the name of the file", "Make them the same, as in es.arb");
    }
    return new ArbFile(file, locale, Map.copyOf(entries));
  }

  /// @param ofFile holds for every text that says nothing else
  private Notes notes(String key, Optional<Review> ofFile) {
    var node = notes.getOrDefault(key, JSON.missingNode());
    var review = review("@" + key, note -> node.path(note).asText("")).or(() -> ofFile);
    if (review.isEmpty()) {
      fault(
          line(key),
          "'" + key + "' has no x-review",
          "Write it in '@" + key + "', or '@@x-review' for the whole file");
    }
    return new Notes(
        Optional.ofNullable(node.get("description")).map(JsonNode::asText),
        !node.path("x-reader").asText("person").equals("staff"),
        node.path("x-sms").asBoolean(false),
        node.path("x-button").asBoolean(false),
        node.path("x-same").asBoolean(false),
        recorded(node.path("x-recorded")),
        review.orElse(Review.NONE));
  }

  /// A number is spoken as its language writes it, a text as it stands.
  private static Map<String, List<Object>> recorded(JsonNode node) {
    var all = new LinkedHashMap<String, List<Object>>();
    node.forEachEntry((name, given) -> {
      var values = new ArrayList<Object>();
      given.forEach(
          value -> values.add(value.isNumber() ? (Object) value.asLong() : value.asText()));
      all.put(name, List.copyOf(values));
    });
    return Collections.unmodifiableMap(all);
  }

  private Optional<Review> review(String key, UnaryOperator<String> notes) {
    return Review.read(
        notes, today, (fault, remedy) -> fault(line(key), "'" + key + "' " + fault, remedy));
  }

  private int line(String key) {
    return lines.getOrDefault(key, 0);
  }

  private void fault(int line, String fault, String remedy) {
    findings.add(new Finding(file, line, fault, remedy));
  }
}
