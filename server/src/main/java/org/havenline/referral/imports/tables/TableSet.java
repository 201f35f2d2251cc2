package org.havenline.referral.imports.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.Table;
import org.havenline.referral.imports.report.Ledger;
import org.havenline.referral.imports.report.Origin;

/// The tables of a package, joined into services. Each row goes to the nearest owner it names that
/// is there; a row that no service leads to is rejected.
public final class TableSet {
  private static final Set<Table> NO_OWNERS =
      EnumSet.of(Table.TAXONOMY, Table.TAXONOMY_TERM, Table.ATTRIBUTE, Table.METADATA);

  private final Ledger ledger;
  private final Map<Table, List<ObjectNode>> rows = new EnumMap<>(Table.class);
  private final Map<Table, Map<String, ObjectNode>> byId = new EnumMap<>(Table.class);

  public TableSet(Ledger ledger) {
    this.ledger = ledger;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /// A row of a table; of two rows with the same id in one table the first counts.
  public void add(Table table, ObjectNode row, Origin origin) {
    row.put(Origin.FIELD, origin.carried());
    rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
    Fields.text(row, "id")
        .ifPresent(
            id -> byId.computeIfAbsent(table, t -> new LinkedHashMap<>()).putIfAbsent(id, row));
  }

  /// Gives every service, then accounts for the rows that are part of none.
  public void join(Services services) {
    for (var term : all(Table.TAXONOMY_TERM)) {
      find(Table.TAXONOMY, term, "taxonomy_id").ifPresent(one -> term.set("taxonomy_detail", one));
    }
    for (var capacity : all(Table.SERVICE_CAPACITY)) {
      find(Table.UNIT, capacity, "unit_id").ifPresent(unit -> capacity.set("unit", unit));
    }
    for (var table : Table.values()) {
      if (table == Table.ATTRIBUTE || table == Table.METADATA) {
        all(table).forEach(row -> link(table, row));
      } else if (!table.owners().isEmpty()) {
        all(table).forEach(row -> attach(table, row));
      }
    }
    all(Table.SERVICE).forEach(service -> services.service(whole(service), origin(service)));
    rows.values().forEach(table -> table.forEach(this::account));
  }

  private List<ObjectNode> all(Table table) {
    return rows.getOrDefault(table, List.of());
  }

  private Optional<ObjectNode> find(Table table, JsonNode row, String key) {
    return Fields.text(row, key)
        .flatMap(id -> Optional.ofNullable(byId.getOrDefault(table, Map.of()).get(id)));
  }

  /// A location belongs to services, an organization's list of them would be carried by each.
  private void attach(Table table, ObjectNode row) {
    if (table == Table.LOCATION || table == Table.PROGRAM) {
      return;
    }
    for (var owner : table.owners()) {
      var found = find(owner, row, owner.key());
      if (found.isPresent()) {
        found.get().withArray(table.nested()).add(row);
        return;
      }
    }
  }

  /// Attributes and metadata say themselves what they belong to; those of version 2 name a service.
  private void link(Table table, ObjectNode row) {
    find(Table.TAXONOMY_TERM, row, "taxonomy_term_id")
        .or(() -> find(Table.TAXONOMY_TERM, row, "taxonomy_id"))
        .ifPresent(term -> row.set("taxonomy_term", term));
    for (var key : List.of("link_id", "resource_id", "service_id")) {
      for (var owner : Table.values()) {
        // never to one of its like: two that name each other would hold each other
        var found =
            NO_OWNERS.contains(owner) ? Optional.<ObjectNode>empty() : find(owner, row, key);
        if (found.isPresent()) {
          found.get().withArray(table.nested()).add(row);
          return;
        }
      }
    }
  }

  private ObjectNode whole(ObjectNode row) {
    var service = row.deepCopy();
    place(service);
    find(Table.ORGANIZATION, service, "organization_id")
        .or(() -> organizationOfPlace(service))
        .ifPresent(one -> service.set("organization", one.deepCopy()));
    find(Table.PROGRAM, service, "program_id")
        .ifPresent(one -> service.set("program", one.deepCopy()));
    return service;
  }

  /// Ohana's services name their location themselves.
  private void place(ObjectNode service) {
    if (service.path("service_at_locations").isEmpty()) {
      find(Table.LOCATION, service, "location_id")
          .ifPresent(location -> {
            var id =
                Fields.text(service, "id").orElse("")
                    + "@"
                    + Fields.text(location, "id").orElse("");
            var there = location.deepCopy();
            for (var field : List.of("latitude", "longitude")) {
              if (service.has(field) && !there.has(field)) {
                there.set(field, service.remove(field));
              }
            }
            service
                .withArray("service_at_locations")
                .addObject()
                .put("id", id)
                .set("location", there);
            service.remove("location_id");
          });
      return;
    }
    for (var at : Fields.objects(service, "service_at_locations")) {
      find(Table.LOCATION, at, "location_id")
          .ifPresent(location -> at.set("location", location.deepCopy()));
    }
  }

  private Optional<ObjectNode> organizationOfPlace(ObjectNode service) {
    return Fields.objects(service, "service_at_locations").stream()
        .flatMap(at -> find(Table.ORGANIZATION, at.path("location"), "organization_id").stream())
        .findFirst();
  }

  private static Origin origin(ObjectNode row) {
    return Origin.parse(row.path(Origin.FIELD).asText());
  }

  private void account(ObjectNode row) {
    if (row.get(Origin.FIELD) instanceof TextNode) {
      ledger.rejected(origin(row), "", "no service leads to it");
    }
  }
}
