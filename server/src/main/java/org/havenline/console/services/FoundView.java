package org.havenline.console.services;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.directory.Standing.Vetting;
import org.havenline.referral.said.Reasons;
import org.havenline.referral.said.Words;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.answer.Match;
import org.havenline.referral.search.answer.Reason;

/// What was found, every field by hand, so that nothing else of a record comes in: of a
/// confidential place its coarse area alone.
///
/// @param labels of kinds of service
record FoundView(Reasons reasons, UnaryOperator<String> labels) {
  JsonObject of(Found.Some some) {
    var view =
        new JsonObject().put("total", some.total()).put("services", services(some.matches()));
    some.readAs().ifPresent(text -> view.put("readAs", text));
    return view;
  }

  JsonObject of(Found.None none) {
    var instead = new JsonArray();
    none.instead().stream()
        .map(one ->
            new JsonObject()
                .put("without", Words.of(one.of()))
                .put("services", services(one.matches())))
        .forEach(instead::add);
    return new JsonObject()
        .put("total", 0)
        .put("services", new JsonArray())
        .put("because", new JsonArray(none.because().stream().map(Words::of).sorted().toList()))
        .put("instead", instead);
  }

  private JsonArray services(List<Match> matches) {
    return new JsonArray(matches.stream().map(this::service).toList());
  }

  private JsonObject service(Match match) {
    var service = match.service();
    var view =
        new JsonObject()
            .put("id", service.id().value())
            .put("service", service.service().value())
            .put("name", service.name().best(List.of()))
            .put("organization", service.organization())
            .put("description", service.description().best(List.of()))
            .put("kinds", kinds(match))
            .put("vetted", service.standing().vetting() == Vetting.VETTED)
            .put("confidential", service.place() instanceof Place.Area)
            .put("reasons", new JsonArray(match.reasons().stream().map(this::reason).toList()))
            .put(
                "askFirst",
                new JsonArray(match.askFirst().stream().sorted().map(Words::of).toList()));
    switch (service.place()) {
      case Place.At(var point, var address, var town) -> view.put("address", address);
      case Place.Area(var centre, var km, var name) -> view.put("area", name);
      case Place.Remote(), Place.NotSaid() -> {}
    }
    return view;
  }

  private JsonArray kinds(Match match) {
    return new JsonArray(
        match.service().kinds().stream().map(ServiceKind::code).sorted().map(labels).toList());
  }

  private JsonObject reason(Reason reason) {
    return new JsonObject().put("about", about(reason)).put("text", reasons.said(reason));
  }

  /// `CheckedDaysAgo` as `checked-days-ago`: what the console chooses a mark by.
  private static String about(Reason reason) {
    return reason
        .getClass()
        .getSimpleName()
        .replaceAll("(?<!^)(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
