package org.havenline.referral.deeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.directory.Standing;
import org.havenline.referral.given.Method;
import org.havenline.referral.given.Option;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.OwnFields;
import org.havenline.referral.hsds.Withheld;
import org.havenline.referral.hsds.reading.Kinds;
import org.havenline.referral.hsds.reading.Reading;
import org.havenline.referral.stored.Directory;

/// Takes a service from the directory, as it is now, to be offered to a person.
public final class Offering {
  private static final Reading READING = new Reading(ZoneOffset.UTC, Kinds.UNKNOWN);

  private final Directory directory;

  public Offering(Directory directory) {
    this.directory = directory;
  }

  /// A service that a responder wants to offer.
  ///
  /// @param riskChecked whether it was weighed if a return is safe, where a service asks for that
  public record Wanted(ServiceId service, boolean riskChecked) {}

  /// What came of it.
  sealed interface Found {
    record Offered(Option option) implements Found {}

    /// @param reason in a sentence for staff
    record Not(String reason) implements Found {}
  }

  Found of(Wanted wanted) {
    var stored = directory.stored(wanted.service());
    if (stored.isEmpty()) {
      return new Found.Not("One of these services is not in the directory any more.");
    }
    var read = READING.of(stored.get()).getFirst();
    var fault = fault(stored.get(), read.standing(), wanted);
    return fault
        .<Found>map(reason -> new Found.Not(named(read) + reason))
        .orElseGet(() -> new Found.Offered(option(stored.get(), read)));
  }

  /// Whether a text says where a confidential service is.
  public boolean isTold(ServiceId service, String text) {
    return directory.stored(service).filter(one -> Withheld.reveals(one, text)).isPresent();
  }

  private static Optional<String> fault(ObjectNode service, Standing standing, Wanted wanted) {
    if (standing.vetting() == Standing.Vetting.BARRED) {
      return Optional.of("somebody warned of it. It is never offered.");
    }
    if (standing.vetting() == Standing.Vetting.NOT_VETTED) {
      return Optional.of("it is not vetted yet. Ask an administrator to look at it first.");
    }
    if (standing.status() != Standing.Status.ACTIVE) {
      return Optional.of("it is closed. Look for another.");
    }
    if (OwnFields.of(service).path("return_risk_check").asBoolean() && !wanted.riskChecked()) {
      return Optional.of("weigh first whether a return is safe for her, and say that you have.");
    }
    return Optional.empty();
  }

  private static String named(ServiceAtLocation service) {
    return service.name().best(List.of()) + ": ";
  }

  private static Option option(ObjectNode stored, ServiceAtLocation read) {
    var told = Withheld.from(stored);
    var place =
        switch (read.place()) {
          case Place.At(var _, var address, var _) -> address;
          case Place.Area(var _, var _, var name) -> name;
          case Place.Remote _, Place.NotSaid _ -> "";
        };
    var method = OwnFields.of(told).path("referral_method");
    return new Option(
        read.service(),
        read.name().best(List.of()),
        read.organization(),
        place,
        phone(told),
        OwnFields.confidential(stored),
        new Method(
            Method.By.parse(Fields.text(method, "by").orElse("")),
            Fields.text(method, "to").orElse(""),
            Fields.text(method, "notes").orElse("")));
  }

  private static String phone(ObjectNode told) {
    var locations = Fields.objects(told, "service_at_locations");
    return Stream.concat(Stream.of(told), locations.stream())
        .flatMap(owner -> Fields.objects(owner, "phones").stream())
        .flatMap(phone -> Fields.text(phone, "number").stream())
        .findFirst()
        .orElse("");
  }
}
