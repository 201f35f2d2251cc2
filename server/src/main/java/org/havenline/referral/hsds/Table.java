package org.havenline.referral.hsds;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// HSDS's tables: how they nest in the full form, and what their files were called from 1.1 to 3.1.
public enum Table {
  ORGANIZATION("", "organizations", List.of(), "organization"),
  PROGRAM("programs", "programs", List.of(ORGANIZATION), "program"),
  SERVICE("services", "services", List.of(), "service"),
  LOCATION("locations", "locations", List.of(ORGANIZATION), "location"),
  SERVICE_AT_LOCATION(
      "service_at_locations",
      "service_at_location",
      List.of(SERVICE),
      "services_at_location",
      "service_at_locations",
      "services_at_locations"),
  CONTACT(
      "contacts",
      "contacts",
      List.of(SERVICE_AT_LOCATION, SERVICE, LOCATION, ORGANIZATION),
      "contact"),
  PHONE(
      "phones",
      "phones",
      List.of(CONTACT, SERVICE_AT_LOCATION, SERVICE, LOCATION, ORGANIZATION),
      "phone"),
  ADDRESS(
      "addresses",
      "addresses",
      List.of(LOCATION, ORGANIZATION),
      "address",
      "postal_addresses",
      "physical_addresses",
      "mail_addresses",
      "postal_address",
      "physical_address"),
  SCHEDULE(
      "schedules",
      "schedules",
      List.of(SERVICE_AT_LOCATION, SERVICE, LOCATION),
      "schedule",
      "regular_schedules",
      "holiday_schedules",
      "regular_schedule",
      "holiday_schedule"),
  SERVICE_AREA(
      "service_areas", "service_areas", List.of(SERVICE_AT_LOCATION, SERVICE), "service_area"),
  LANGUAGE("languages", "languages", List.of(PHONE, SERVICE, LOCATION), "language"),
  ACCESSIBILITY(
      "accessibility", "accessibility", List.of(LOCATION), "accessibility_for_disabilities"),
  COST_OPTION("cost_options", "cost_options", List.of(SERVICE), "cost_option", "payments_accepted"),
  REQUIRED_DOCUMENT(
      "required_documents", "required_documents", List.of(SERVICE), "required_document"),
  FUNDING("funding", "funding", List.of(SERVICE, ORGANIZATION), "fundings"),
  /// Until 1.1; a field of the service since.
  ELIGIBILITY("eligibility", "eligibility", List.of(SERVICE)),
  ORGANIZATION_IDENTIFIER(
      "organization_identifiers",
      "organization_identifiers",
      List.of(ORGANIZATION),
      "organization_identifier"),
  URL("additional_urls", "url", List.of(SERVICE, ORGANIZATION), "urls"),
  UNIT("", "units", List.of(), "unit"),
  SERVICE_CAPACITY("capacities", "service_capacity", List.of(SERVICE), "service_capacities"),
  TAXONOMY("", "taxonomies", List.of(), "taxonomys"),
  TAXONOMY_TERM("", "taxonomy_terms", List.of(), "taxonomy_term", "taxonomy"),
  ATTRIBUTE(
      "attributes",
      "attributes",
      List.of(SERVICE),
      "attribute",
      "service_attributes",
      "service_attribute",
      "other_attributes",
      "other_attribute",
      "services_taxonomy",
      "service_taxonomy",
      "services_taxonomies"),
  METADATA("metadata", "metadata", List.of()),
  META_TABLE_DESCRIPTION("", "meta_table_descriptions", List.of(), "meta_table_description");

  private final String nested;
  private final String file;

  @SuppressWarnings("ImmutableEnumChecker") // List.of and Set.of are
  private final List<Table> owners;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<String> formerly;

  Table(String nested, String file, List<Table> owners, String... formerly) {
    this.nested = nested;
    this.file = file;
    this.owners = owners;
    this.formerly = Set.of(formerly);
  }

  /// The list of its owner that holds its rows; empty when they nest otherwise.
  public String nested() {
    return nested;
  }

  /// The name of its file, without `.csv`.
  public String file() {
    return file;
  }

  /// Whose rows it may belong to, the nearest first.
  public List<Table> owners() {
    return owners;
  }

  /// `service_id` of `service`.
  public String key() {
    return name().toLowerCase(Locale.ROOT) + "_id";
  }

  /// By the name of a file, with or without `.csv`.
  public static Optional<Table> ofFile(String name) {
    var plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(csv|json)$", "");
    for (var table : values()) {
      if (table.file.equals(plain) || table.formerly.contains(plain)) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }

  /// By the list that holds its rows.
  public static Optional<Table> ofNested(String list) {
    for (var table : values()) {
      if (!table.nested.isEmpty() && table.nested.equals(list)) {
        return Optional.of(table);
      }
    }
    return list.equals("additional_websites") ? Optional.of(URL) : Optional.empty();
  }
}
