package org.havenline.referral.imports.tidy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.OwnFields;
import org.havenline.referral.hsds.Table;
import org.havenline.referral.imports.files.Limits;
import org.havenline.referral.imports.report.Ledger;
import org.havenline.referral.imports.report.Origin;

/// Makes of a joined, raw service one in HSDS 3.1's full form. Doing it again changes nothing.
public final class Tidy {
  /// Objects of the full form that are not in a list.
  private static final Map<String, Table> SINGLE =
      Map.of(
          "organization", Table.ORGANIZATION,
          "location", Table.LOCATION,
          "program", Table.PROGRAM,
          "taxonomy_term", Table.TAXONOMY_TERM);

  /// What a list holds when it is given as plain texts.
  private static final Map<String, String> PLAIN =
      Map.of(
          "phones", "number",
          "languages", "name",
          "service_areas", "name",
          "required_documents", "document",
          "accessibility", "description",
          "funding", "source",
          "attributes", "label");

  private static final Set<String> AS_IT_IS =
      Set.of("url", "uri", "website", "email", "logo", "term_uri", "schedule_link");
  private static final Pattern SECRET =
      Pattern.compile(
          "\\b(confidential|undisclosed|not disclosed|withheld)\\b", Pattern.CASE_INSENSITIVE);

  private static final ObjectMapper JSON = Limits.json();
  private static final Pattern CARRIED = Pattern.compile("\"@row\":\"[^\"]*\",?");

  private final Ledger ledger;
  private Origin at;

  private Tidy(Ledger ledger, Origin at) {
    this.ledger = ledger;
    this.at = at;
  }

  /// @param raw is changed
  /// @param more whether it only adds to a service that was read before, and needs no name
  /// @return why it cannot be a service; empty when it is one now
  public static Optional<String> service(
      ObjectNode raw, Origin origin, Ledger ledger, boolean more) {
    var tidy = new Tidy(ledger, origin);
    if (!more
        && Fields.text(raw, "name").isEmpty()
        && Fields.text(raw, "alternate_name").isEmpty()) {
      return Optional.of("a service without a name");
    }
    tidy.own(raw);
    tidy.identity(raw);
    OldNames.translate(Table.SERVICE, raw);
    FlatForm.unfold(raw, tidy::repaired);
    tidy.object(raw, Table.SERVICE);
    tidy.secrecy(raw);
    return more || Fields.text(raw, "name").isPresent()
        ? Optional.empty()
        : Optional.of("a service without a name");
  }

  private void repaired(String field, String reason) {
    ledger.repaired(at, field, reason);
  }

  /// In a CSV file our own fields are one column of JSON.
  private void own(ObjectNode service) {
    var own = service.path(OwnFields.KEY);
    if (own.isObject() || own.isMissingNode()) {
      return;
    }
    service.remove(OwnFields.KEY);
    try {
      if (JSON.readTree(own.asText()) instanceof ObjectNode object) {
        service.set(OwnFields.KEY, object);
      }
    } catch (JsonProcessingException e) {
      repaired(OwnFields.KEY, "no JSON: left out");
    }
  }

  /// A service without an id gets one made of what it is, the same in every import.
  private void identity(ObjectNode service) {
    var id = Fields.text(service, "id");
    if (id.isEmpty()) {
      service.put(
          "id", FlatForm.derived("service|" + CARRIED.matcher(service.toString()).replaceAll("")));
      repaired("id", "there was none: made from the content");
    } else {
      service.put("id", id.get());
    }
    if (Fields.text(service, "name").isEmpty()) {
      Fields.text(service, "alternate_name")
          .ifPresent(name -> {
            service.put("name", name);
            repaired("name", "there was none: the alternate name stands for it");
          });
    }
  }

  private void object(ObjectNode row, Table table) {
    var before = at;
    if (row.remove(Origin.FIELD) instanceof TextNode carried) {
      at = Origin.parse(carried.asText());
    }
    OldNames.translate(table, row);
    for (var field : List.copyOf(row.properties())) {
      field(row, field.getKey(), field.getValue());
    }
    values(row, table);
    at = before;
  }

  private void field(ObjectNode row, String name, JsonNode value) {
    if (name.equals(OwnFields.KEY) || name.endsWith("_id")) {
      return;
    }
    var list = Table.ofNested(name);
    if (list.isPresent()) {
      row.set(name, list(row, name, value, list.get()));
    } else if (SINGLE.containsKey(name)) {
      single(row, name, value, Objects.requireNonNull(SINGLE.get(name)));
    } else if (value.isTextual()) {
      text(row, name, value.asText());
    } else if (value.isNull()) {
      row.remove(name);
    }
    if (row.path(name).isEmpty() && row.path(name).isContainerNode()) {
      row.remove(name);
    }
  }

  private void text(ObjectNode row, String name, String text) {
    var mended =
        AS_IT_IS.contains(name) ? text.strip() : TextRepair.repaired(text, name, this::repaired);
    if (mended.isEmpty()) {
      row.remove(name);
    } else if (!mended.equals(text)) {
      row.put(name, mended);
    }
  }

  private void single(ObjectNode row, String name, JsonNode value, Table table) {
    if (value instanceof ObjectNode object) {
      object(object, table);
    } else {
      row.remove(name);
      if (!value.isNull()) {
        repaired(name, "of an unknown form: left out");
      }
    }
  }

  private ArrayNode list(ObjectNode row, String name, JsonNode value, Table table) {
    var list = row.arrayNode();
    var items = value.isArray() ? List.copyOf(value.valueStream().toList()) : List.of(value);
    if (!value.isArray() && !value.isNull() && !value.asText("-").isBlank()) {
      repaired(name, "one became a list of one");
    }
    for (var item : items) {
      if (item instanceof ObjectNode object) {
        object(object, table);
        if (!object.isEmpty()) {
          list.add(object);
        }
      } else if (item.isTextual() && PLAIN.containsKey(name)) {
        if (!item.asText().isBlank()) {
          var one = row.objectNode().put(PLAIN.get(name), item.asText());
          object(one, table);
          list.add(one);
        }
      } else if (!item.isNull() && !item.asText("-").isBlank()) {
        repaired(name, "of an unknown form: left out");
      }
    }
    return list;
  }

  private void values(ObjectNode row, Table table) {
    switch (table) {
      case SERVICE -> {
        Values.status(row, this::repaired);
        Values.age(row, "minimum_age", this::repaired);
        Values.age(row, "maximum_age", this::repaired);
      }
      case LOCATION -> {
        Values.place(row, this::repaired);
        var type = Fields.text(row, "location_type").orElse("").toLowerCase(Locale.ROOT);
        if (!Set.of("physical", "postal", "virtual").contains(type)) {
          row.put("location_type", "physical");
        }
      }
      case PHONE -> Values.phone(row, this::repaired);
      case SCHEDULE -> Values.schedule(row, this::repaired);
      case COST_OPTION -> Values.number(row, "amount", this::repaired);
      case SERVICE_CAPACITY -> Values.number(row, "available", this::repaired);
      default -> {}
    }
  }

  /// Who writes "confidential" for an address means it; the position may still be there.
  private void secrecy(ObjectNode service) {
    if (OwnFields.of(service).has("confidential")) {
      return;
    }
    boolean secret =
        service.findValuesAsText("address_1").stream()
            .anyMatch(text -> SECRET.matcher(text).find());
    if (secret) {
      OwnFields.in(service).put("confidential", true);
      repaired("address_1", "it says that it is confidential: kept sealed");
    }
  }
}
