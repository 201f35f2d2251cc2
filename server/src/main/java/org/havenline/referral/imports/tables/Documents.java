package org.havenline.referral.imports.tables;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.Table;
import org.havenline.referral.imports.files.Rows;
import org.havenline.referral.imports.report.Ledger;
import org.havenline.referral.imports.report.Origin;

/// Finds the services in JSON documents: a service, a service at a location, an organization with
/// its services, tables in one document. What holds no service is rejected.
public final class Documents implements Rows {
  /// A field that only an organization has.
  private static final Set<String> OF_ORGANIZATIONS =
      Set.of(
          "tax_status", "tax_id", "legal_status", "year_incorporated", "organization_identifiers");

  /// A field that only a taxonomy or one of its terms has.
  private static final Set<String> OF_TAXONOMIES =
      Set.of("version", "taxonomy", "taxonomy_id", "taxonomy_detail", "term_uri");

  private static final Set<String> NAMES =
      Set.of("id", "name", "alternate_name", "code", "parent_id");

  private final Ledger ledger;
  private final Services services;
  private final TableSet tables;

  /// @param tables takes the rows of documents that are tables
  public Documents(Ledger ledger, Services services, TableSet tables) {
    this.ledger = ledger;
    this.services = services;
    this.tables = tables;
  }

  @Override
  public void row(ObjectNode document, Origin origin) {
    if (isTables(document)) {
      tables(document);
      return;
    }
    ledger.read(origin.file());
    if (document.get("service") instanceof ObjectNode service) {
      var at = document.deepCopy();
      at.remove("service");
      var whole = service.deepCopy();
      whole.putArray("service_at_locations").add(at);
      services.service(whole, origin);
    } else if (!Fields.objects(document, "services").isEmpty()) {
      var organization = document.deepCopy();
      organization.remove(List.of("services", "locations", "programs"));
      for (var service : Fields.objects(document, "services")) {
        var whole = service.deepCopy();
        whole.set("organization", organization.deepCopy());
        services.service(whole, origin);
      }
    } else {
      noService(document)
          .ifPresentOrElse(
              reason -> ledger.rejected(origin, "", reason),
              () -> services.service(document, origin));
    }
  }

  private static Optional<String> noService(ObjectNode document) {
    if (Fields.text(document, "status").isPresent()) {
      return Optional.empty();
    }
    if (document.has("openapi_url")) {
      return Optional.of("what an interface says of itself, no service");
    }
    if (NAMES.containsAll(names(document))) {
      return Optional.of("a name and no more, no service");
    }
    if (document.has("location_type")) {
      return Optional.of("a location that no service leads to");
    }
    if (OF_ORGANIZATIONS.stream().anyMatch(document::has)) {
      return Optional.of("an organization without services");
    }
    return OF_TAXONOMIES.stream().anyMatch(document::has)
        ? Optional.of("a taxonomy or a term of one, no service")
        : Optional.empty();
  }

  /// Names in other languages count as names.
  private static Set<String> names(ObjectNode document) {
    return document.properties().stream()
        .map(field -> field.getKey().replaceFirst("^name_[a-z]{2}$", "name"))
        .collect(Collectors.toSet());
  }

  private static boolean isTables(ObjectNode document) {
    return !document.isEmpty()
        && document.properties().stream()
            .allMatch(field -> field.getKey().endsWith(".csv") && field.getValue().isArray());
  }

  private void tables(ObjectNode document) {
    for (var table : document.properties()) {
      var known = Table.ofFile(table.getKey());
      long n = 0;
      for (var row : table.getValue()) {
        var origin = new Origin(table.getKey(), ++n);
        ledger.read(origin.file());
        if (known.isPresent() && row instanceof ObjectNode object) {
          tables.add(known.get(), object, origin);
        } else {
          ledger.rejected(origin, "", "no table of HSDS");
        }
      }
    }
  }

  @Override
  public void broken(Origin origin, String reason) {
    ledger.read(origin.file());
    ledger.rejected(origin, "", reason);
  }

  @Override
  public void brokenOff(Origin origin, String reason) {
    broken(origin, reason);
    ledger.brokenOff();
  }
}
