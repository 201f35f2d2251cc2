package org.havenline.console.places;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.havenline.audit.Author;
import org.havenline.http.Endpoint;
import org.havenline.http.FormBody;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.referral.capacity.Figures;
import org.havenline.referral.capacity.Report;
import org.havenline.referral.capacity.Unit;
import org.havenline.referral.capacity.Way;
import org.havenline.referral.capacity.record.Limits;
import org.havenline.referral.capacity.text.CapacityText;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.OwnFields;
import org.havenline.referral.link.Link;
import org.havenline.referral.link.Links;
import org.havenline.referral.stored.Directory;
import org.havenline.referral.stored.Reports;

/// The page behind the private link of a service: how many places are free, how old that is, and a
/// form to say it anew. It names neither the line nor the service: others may see the screen.
///
/// What was saved is answered with a redirect: a page that is loaded again must not say yesterday's
/// figures once more.
public final class PlacesPage implements Endpoint {
  static final String PATH = "/p/";
  static final String KIND = "capacity";

  private final Directory directory;
  private final Links links;
  private final InstantSource clock;
  private final PageWords words = new PageWords();
  private final CapacityText numbers = CapacityText.shipped();

  public PlacesPage(Directory directory, Links links, InstantSource clock) {
    this.directory = directory;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) {
    return links
        .open(request.pathParameters().getOrDefault("token", ""))
        .map(Link::purpose)
        .filter(purpose -> purpose.kind().equals(KIND))
        .map(purpose -> new ServiceId(purpose.id()))
        .flatMap(service ->
            directory.current(service).map(document -> answer(request, service, document)))
        .orElseGet(() -> PlacesHtml.ended(words.of(request, "")));
  }

  private Response answer(Request request, ServiceId service, ObjectNode document) {
    var language = Fields.text(OwnFields.of(document), "language").orElse("");
    var html = new PlacesHtml(words.of(request, language), clock.instant());
    var limits = Limits.of(document);
    boolean all = request.parameter("u").isPresent();
    if (!request.method().equals("POST")) {
      var note = request.parameter("saved").isPresent() ? "saved" : "";
      return html.page(200, document, limits, all, note);
    }
    var figures = figures(FormBody.parse(request.body()), limits).filter(limits::hold);
    if (figures.isEmpty()) {
      return html.page(400, document, limits, all, "wrong");
    }
    note(service, new Report(figures.get(), clock.instant(), Way.LINK));
    return Response.empty(303).with("location", "?saved=1&l=" + html.language());
  }

  private void note(ServiceId service, Report report) {
    Reports.Outcome _ =
        directory
            .reports()
            .note(
                service, report, "link|" + report.at().toEpochMilli(), new Author("(the service)"));
  }

  private Optional<Figures> figures(FormBody form, Limits limits) {
    if (form.first("full").isPresent()) {
      return Optional.of(Figures.full(limits.units()));
    }
    Map<Unit, Integer> free = new EnumMap<>(Unit.class);
    for (var unit : Unit.values()) {
      var written = form.first(unit.word()).orElse("").strip();
      if (!written.isEmpty()) {
        free.put(unit, numbers.number(written).orElse(-1));
      }
    }
    return Figures.of(free);
  }
}
