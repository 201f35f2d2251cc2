package org.havenline.referral.capacity.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.havenline.referral.capacity.Report;
import org.havenline.referral.capacity.Unit;
import org.havenline.referral.hsds.Fields;

/// Lays what a service said itself over its record, whichever is newer.
public final class LaidOver {
  /// Tells our units, which are of different places and so add up, from those of others.
  public static final String SCHEME = "havenline";

  private LaidOver() {}

  /// @param document as it is kept; not changed
  public static ObjectNode of(ObjectNode document, Report report) {
    boolean newer =
        Fields.objects(document, "capacities").stream()
            .flatMap(one -> updated(one).stream())
            .anyMatch(updated -> updated.isAfter(report.at()));
    if (newer) {
      return document;
    }
    var laid = document.deepCopy();
    var capacities = laid.putArray("capacities");
    report
        .figures()
        .free()
        .forEach((unit, free) -> {
          var capacity =
              capacities
                  .addObject()
                  .put("id", id(document, "capacity", unit))
                  .put("available", (int) free)
                  .put("updated", report.at().toString());
          capacity
              .putObject("unit")
              .put("id", id(document, "unit", unit))
              .put("name", unit.word())
              .put("scheme", SCHEME);
          Limits.of(document).most(unit).ifPresent(most -> capacity.put("maximum", most));
        });
    return laid;
  }

  /// When a figure of a document was said.
  public static Optional<Instant> updated(JsonNode capacity) {
    return Fields.text(capacity, "updated").flatMap(LaidOver::instant);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String id(ObjectNode document, String what, Unit unit) {
    var name = Fields.text(document, "id").orElse("") + "|" + what + "|" + unit.word();
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
  }
}
