package org.havenline.console.services;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.havenline.console.api.Answer;
import org.havenline.console.api.Call;
import org.havenline.console.api.StaffOperation;
import org.havenline.console.staff.SignedIn;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.referral.said.Reasons;
import org.havenline.referral.search.ServiceSearch;
import org.havenline.referral.search.Suggestion;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.answer.Town;
import org.havenline.referral.taxonomy.Taxonomy;
import org.havenline.routingconfig.RoutingTables;

/// Searching for services that may take a person. What is ticked about her is read, answered and
/// forgotten: it is in no log and stored nowhere.
public final class ServiceOperations {
  private static final String ENGLISH = "en";

  private final Services services;
  private final Supplier<RoutingTables> tables;
  private final InstantSource clock;

  public ServiceOperations(Services services, Supplier<RoutingTables> tables, InstantSource clock) {
    this.services = services;
    this.tables = tables;
    this.clock = clock;
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("serviceChoices", this::choices);
    operations.put("suggestServices", this::suggest);
    operations.put("searchServices", this::search);
  }

  private Response choices(SignedIn who, Call call) {
    return with(search -> {
      var kinds = new JsonArray();
      services.taxonomy().choices(language(call)).stream()
          .map(ServiceOperations::kind)
          .forEach(kinds::add);
      var towns = new JsonArray();
      search.towns().stream().map(ServiceOperations::town).forEach(towns::add);
      return Answer.ok(new JsonObject().put("kinds", kinds).put("towns", towns));
    });
  }

  private Response suggest(SignedIn who, Call call) {
    return with(search -> {
      var list = new JsonArray();
      search.suggest(call.query("typed").orElse(""), language(call)).stream()
          .map(ServiceOperations::suggestion)
          .forEach(list::add);
      return Answer.ok(new JsonObject().put("suggestions", list));
    });
  }

  private Response search(SignedIn who, Call call) {
    return with(search -> {
      try {
        var asked = SearchBody.of(call.body(), clock.instant());
        var zone = tables.get().lines().getFirst().timeZone();
        var labels = services.taxonomy().labelled(language(call));
        var view = new FoundView(new Reasons(asked.when().moment(), zone, labels), labels);
        return switch (search.find(asked)) {
          case Found.Some some -> Answer.ok(view.of(some));
          case Found.None none -> Answer.ok(view.of(none));
          case Found.Refused(var what, var remedy, var passing) ->
              passing
                  ? Problems.of(503, what, remedy + ", or try again in a moment.")
                  : Problems.badRequest("%s. %s.".formatted(what, remedy));
        };
      } catch (IllegalArgumentException e) {
        return Problems.badRequest(e.getMessage() + ".");
      }
    });
  }

  private Response with(Function<ServiceSearch, Response> use) {
    return services.search().get().map(use).orElseGet(ServiceOperations::unread);
  }

  private static Response unread() {
    return Problems.of(
        503,
        "The directory is not read yet",
        "Try again in a moment. If it stays so, the server's log says why.");
  }

  private static String language(Call call) {
    return call.query("language").orElse(ENGLISH);
  }

  private static JsonObject kind(Taxonomy.Choice choice) {
    return new JsonObject()
        .put("code", choice.kind().code())
        .put("label", choice.label())
        .put("signs", new JsonArray(choice.signs()));
  }

  private static JsonObject town(Town town) {
    return new JsonObject()
        .put("name", town.name())
        .put("latitude", town.centre().latitude())
        .put("longitude", town.centre().longitude());
  }

  private static JsonObject suggestion(Suggestion one) {
    return switch (one) {
      case Suggestion.Kind(var kind, var text) ->
          new JsonObject().put("kind", kind.code()).put("text", text);
      case Suggestion.Organization(var text) -> new JsonObject().put("text", text);
    };
  }
}
