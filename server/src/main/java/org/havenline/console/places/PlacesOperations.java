package org.havenline.console.places;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.havenline.audit.Author;
import org.havenline.console.api.Answer;
import org.havenline.console.api.Call;
import org.havenline.console.api.StaffOperation;
import org.havenline.console.staff.SignedIn;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.referral.capacity.Figures;
import org.havenline.referral.capacity.Report;
import org.havenline.referral.capacity.Unit;
import org.havenline.referral.capacity.Way;
import org.havenline.referral.capacity.record.Limits;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.link.Links;
import org.havenline.referral.link.Purpose;
import org.havenline.referral.stored.Directory;

/// What a member of staff learnt on the phone of free places, and the private links by which
/// services say it themselves.
public final class PlacesOperations {
  private static final int DAYS = 90;

  private final Directory directory;
  private final Links links;
  private final URI publicUrl;
  private final InstantSource clock;

  public PlacesOperations(Directory directory, Links links, URI publicUrl, InstantSource clock) {
    this.directory = directory;
    this.links = links;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("reportPlaces", this::report);
    operations.put("issuePlacesLink", this::issue);
    operations.put("endPlacesLinks", this::end);
  }

  private Response report(SignedIn who, Call call) {
    var service = service(call);
    var document = directory.current(service);
    if (document.isEmpty()) {
      return Problems.notFound();
    }
    var figures = figures(call.body().getJsonObject("free"));
    if (figures.filter(Limits.of(document.get())::hold).isEmpty()) {
      return Problems.badRequest(
          "Count people and families, or beds, or places, and no more than the service has.");
    }
    var report = new Report(figures.get(), clock.instant(), Way.PHONE);
    directory
        .reports()
        .note(service, report, "phone|" + who.id() + "|" + clock.millis(), Author.of(who.id()));
    return Answer.done();
  }

  private static Optional<Figures> figures(JsonObject said) {
    var free = new EnumMap<Unit, Integer>(Unit.class);
    for (var unit : Unit.values()) {
      if (said.containsKey(unit.word())) {
        free.put(unit, said.getInteger(unit.word()));
      }
    }
    return Figures.of(free);
  }

  private Response issue(SignedIn who, Call call) {
    var service = service(call);
    if (directory.stored(service).isEmpty()) {
      return Problems.notFound();
    }
    note(who, call, "issued a link");
    var days = Duration.ofDays(call.body().getInteger("days", DAYS));
    var issued = links.issue(purpose(service), days);
    return Answer.json(
        201,
        new JsonObject()
            .put("url", publicUrl.resolve(PlacesPage.PATH + issued.token()).toString())
            .put("until", issued.until().toString()));
  }

  private Response end(SignedIn who, Call call) {
    var service = service(call);
    if (directory.stored(service).isEmpty()) {
      return Problems.notFound();
    }
    note(who, call, "ended links");
    return Answer.ok(new JsonObject().put("ended", links.endAll(purpose(service))));
  }

  private void note(SignedIn who, Call call, String deed) {
    directory.audit(
        Author.of(who.id()),
        deed,
        "places of service " + call.path("serviceId"),
        call.body().getString("reason"));
  }

  private static ServiceId service(Call call) {
    return new ServiceId(call.path("serviceId"));
  }

  static Purpose purpose(ServiceId service) {
    return new Purpose(PlacesPage.KIND, service.value());
  }
}
