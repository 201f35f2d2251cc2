package org.havenline.referral.imports.tidy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Collectors;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.Table;

/// Fields that were called otherwise in HSDS 1.1 and 2.x or in Ohana's CSV files. A name is
/// translated without a word; the new one stays when there are both.
final class OldNames {
  private static final Map<Table, Map<String, String>> NAMES =
      Map.of(
          Table.SERVICE,
          Map.of("eligibility", "eligibility_description", "website", "url"),
          Table.ORGANIZATION,
          Map.of(
              "url",
              "website",
              "alternative_name",
              "alternate_name",
              "date_incorporated",
              "year_incorporated"),
          Table.LOCATION,
          Map.of("website", "url"),
          Table.PHONE,
          Map.of("number_type", "type", "department", "description", "phone", "number"),
          Table.LANGUAGE,
          Map.of("language", "name"),
          Table.REQUIRED_DOCUMENT,
          Map.of("name", "document", "required_document", "document"),
          Table.COST_OPTION,
          Map.of("payment", "option"),
          Table.SERVICE_AREA,
          Map.of("service_area", "name"),
          Table.TAXONOMY_TERM,
          Map.of("term", "name", "parent_name", "parent"),
          Table.ATTRIBUTE,
          Map.of("taxonomy_id", "taxonomy_term_id"));

  private OldNames() {}

  static void translate(Table table, ObjectNode row) {
    if (table == Table.SERVICE && row.path("eligibility").path(0).isObject()) {
      row.put("eligibility_description", joined(row));
      row.remove("eligibility");
    }
    NAMES
        .getOrDefault(table, Map.of())
        .forEach((old, name) -> {
          if (row.has(old) && Fields.text(row, name).isEmpty() && !clashes(table, row, old)) {
            row.set(name, row.remove(old));
          }
        });
    if (table == Table.SCHEDULE) {
      schedule(row);
    }
  }

  /// 1.1 had a table for it.
  private static String joined(ObjectNode service) {
    return Fields.objects(service, "eligibility").stream()
        .flatMap(one -> Fields.text(one, "eligibility").stream())
        .collect(Collectors.joining("; "));
  }

  /// A phone has a description of its own beside its department; a service's list is no text.
  private static boolean clashes(Table table, ObjectNode row, String old) {
    return (table == Table.REQUIRED_DOCUMENT && old.equals("name") && row.has("document"))
        || (table == Table.SERVICE && row.path(old).isObject());
  }

  /// 1.1: a row for each weekday, a table of its own for holidays.
  private static void schedule(ObjectNode row) {
    if (Fields.text(row, "weekday").isPresent() && Fields.text(row, "byday").isEmpty()) {
      row.set("byday", row.remove("weekday"));
      row.put("freq", "WEEKLY");
    }
    if (Fields.text(row, "start_date").isPresent() && Fields.text(row, "dtstart").isEmpty()) {
      row.set("dtstart", row.get("start_date"));
      row.set("valid_from", row.remove("start_date"));
      if (row.has("end_date")) {
        row.set("valid_to", row.remove("end_date"));
      }
      row.put("freq", "DAILY");
    }
  }
}
