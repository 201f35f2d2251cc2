package org.havenline.referral.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// One field that an import would change.
///
/// @param path such as `schedules[1].opens_at`
/// @param before, after the values; empty where there is none. Not told of a confidential service
record Difference(String path, String before, String after) {
  private static final int MOST = 50;
  private static final int LONGEST = 80;

  /// At most the first 50.
  static List<Difference> between(ObjectNode before, ObjectNode after, boolean tell) {
    var found = new ArrayList<Difference>();
    compare("", before, after, tell, found);
    return List.copyOf(found);
  }

  private static void compare(
      String path, JsonNode before, JsonNode after, boolean tell, List<Difference> found) {
    if (before.equals(after) || found.size() >= MOST) {
      return;
    }
    if (before instanceof ObjectNode old && after instanceof ObjectNode now) {
      var names = new TreeSet<String>();
      old.fieldNames().forEachRemaining(names::add);
      now.fieldNames().forEachRemaining(names::add);
      names.forEach(name ->
          compare(
              path.isEmpty() ? name : path + "." + name,
              old.path(name),
              now.path(name),
              tell,
              found));
    } else if (before.isArray() && after.isArray()) {
      for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
        compare(path + "[" + i + "]", before.path(i), after.path(i), tell, found);
      }
    } else {
      found.add(new Difference(path, tell ? text(before) : "", tell ? text(after) : ""));
    }
  }

  private static String text(JsonNode value) {
    var text =
        value instanceof MissingNode ? "" : value.isTextual() ? value.asText() : value.toString();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  @Override
  public String toString() {
    return before.isEmpty() && after.isEmpty()
        ? path
        : "%s: '%s' → '%s'".formatted(path, before, after);
  }
}
