package org.havenline.referral.imports.tidy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.havenline.referral.hsds.Fields;

/// Brings single fields into the type HSDS gives them. What cannot be is left out and said so; the
/// original is kept beside.
final class Values {
  private static final Pattern STRICT_TIME =
      Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?(Z|[+-]\\d\\d:?\\d\\d)?");
  private static final Pattern STRICT_DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}([.,]\\d{1,15})?");
  private static final Pattern AGE = Pattern.compile("(\\d{1,3})(\\.0+)?\\s*(\\+|y.*)?");
  private static final Pattern AROUND_PHONE = Pattern.compile("^[\"'\\s]+|[\"'\\s]+$|^tel:");
  private static final int OLDEST = 130;

  private Values() {}

  static void schedule(ObjectNode row, Notes notes) {
    for (var field : List.of("opens_at", "closes_at")) {
      mend(row, field, notes, STRICT_TIME, TimeRepair::time, "no time of day");
    }
    for (var field : List.of("valid_from", "valid_to", "dtstart", "until")) {
      mend(row, field, notes, STRICT_DATE, TimeRepair::date, "no date with the year first");
    }
    mend(
        row,
        "byday",
        notes,
        Pattern.compile(
            "([+-]?\\d{0,2}(MO|TU|WE|TH|FR|SA|SU))(,[+-]?\\d{0,2}(MO|TU|WE|TH|FR|SA|SU))*"),
        TimeRepair::days,
        "no day of the week");
    for (var field : List.of("interval", "count", "timezone")) {
      number(row, field, notes);
    }
  }

  /// @param reason what an unreadable one is
  static void mend(
      ObjectNode row,
      String field,
      Notes notes,
      Pattern fine,
      Function<String, Optional<String>> repair,
      String reason) {
    var text = Fields.text(row, field);
    if (text.isEmpty() || fine.matcher(text.get()).matches()) {
      return;
    }
    var mended = repair.apply(text.get());
    if (mended.isEmpty()) {
      row.remove(field);
      row.put("notes", joined(Fields.text(row, "notes"), field + ": " + text.get()));
      notes.repaired(field, reason + ": moved to the notes");
    } else {
      row.put(field, mended.get());
      notes.repaired(field, "written the usual way");
    }
  }

  private static String joined(Optional<String> before, String text) {
    return before.filter(one -> !one.contains(text)).map(one -> one + "\n" + text).orElse(text);
  }

  static void phone(ObjectNode row, Notes notes) {
    Fields.text(row, "number")
        .ifPresent(number -> {
          var plain = AROUND_PHONE.matcher(number).replaceAll("");
          if (!plain.equals(row.path("number").asText())) {
            row.put("number", plain);
            notes.repaired("number", "quotes around it were taken off");
          }
        });
  }

  /// Latitude and longitude go or stay together.
  static void place(ObjectNode location, Notes notes) {
    number(location, "latitude", notes);
    number(location, "longitude", notes);
    var latitude = location.path("latitude");
    var longitude = location.path("longitude");
    if (!latitude.isNumber() || !longitude.isNumber()) {
      if (latitude.isNumber() || longitude.isNumber()) {
        location.remove(List.of("latitude", "longitude"));
        notes.repaired("latitude", "half a position is none: left out");
      }
      return;
    }
    double up = latitude.asDouble();
    double across = longitude.asDouble();
    if (up == 0 && across == 0) {
      location.remove(List.of("latitude", "longitude"));
      notes.repaired("latitude", "0, 0 lies in the sea: left out");
    } else if (Math.abs(up) > 90 && Math.abs(up) <= 180 && Math.abs(across) <= 90) {
      location.set("latitude", longitude);
      location.set("longitude", latitude);
      notes.repaired("latitude", "latitude and longitude were swapped");
    } else if (Math.abs(up) > 90 || Math.abs(across) > 180) {
      location.remove(List.of("latitude", "longitude"));
      notes.repaired("latitude", "no place on the Earth: left out");
    }
  }

  static void number(ObjectNode row, String field, Notes notes) {
    var value = row.path(field);
    if (value.isMissingNode() || value.isNumber()) {
      return;
    }
    var text = Fields.text(row, field);
    if (text.isPresent() && NUMBER.matcher(text.get()).matches()) {
      double number = Double.parseDouble(text.get().replace(',', '.'));
      if (number == Math.rint(number)) {
        row.put(field, (long) number);
      } else {
        row.put(field, number);
      }
    } else {
      row.remove(field);
      if (text.isPresent() || value.isContainerNode()) {
        notes.repaired(field, "no number: left out");
      }
    }
  }

  static void age(ObjectNode service, String field, Notes notes) {
    var value = service.path(field);
    if (value.isMissingNode()) {
      return;
    }
    var found = AGE.matcher(Fields.text(service, field).orElse(""));
    if (found.matches() && Integer.parseInt(found.group(1)) <= OLDEST) {
      service.put(field, Integer.parseInt(found.group(1)));
    } else if (!value.isNumber() || value.asDouble() < 0 || value.asDouble() > OLDEST) {
      service.remove(field);
      if (!value.isNull() && !value.asText("-").isBlank()) {
        notes.repaired(field, "no age: left out");
      }
    }
  }

  /// Without one a service counts as active, as in HSDS's older versions; one that nobody
  /// understands does not, so that a closed door is not offered.
  static void status(ObjectNode service, Notes notes) {
    JsonNode before = service.path("status");
    var said = Fields.text(service, "status").orElse("").toLowerCase(Locale.ROOT);
    var status =
        switch (said) {
          case "", "active", "current", "open", "yes", "true", "approved", "published" -> "active";
          case "inactive", "closed", "no", "false", "archived" -> "inactive";
          case "defunct" -> "defunct";
          case "temporarily closed", "temporarily_closed", "suspended" -> "temporarily closed";
          default -> "";
        };
    if (status.isEmpty()) {
      notes.repaired("status", "not understood: counts as inactive");
    } else if (said.isEmpty()) {
      notes.repaired("status", "not said: counts as active");
    }
    if (!before.asText().equals(status)) {
      service.put("status", status.isEmpty() ? "inactive" : status);
    }
  }
}
