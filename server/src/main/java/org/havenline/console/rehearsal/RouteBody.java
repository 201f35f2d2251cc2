package org.havenline.console.rehearsal;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.havenline.rehearsal.arrivals.Arrival;
import org.havenline.rehearsal.route.Question;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;

/// The contact a request asks about.
final class RouteBody {
  private RouteBody() {}

  /// Empty when the tables have no such line, or none of its numbers that sub-line.
  static Optional<Question> question(JsonObject body, RoutingTables tables, Instant now) {
    var line = body.getString("line", tables.lines().getFirst().id());
    var at = body.getString("at");
    boolean known =
        tables.lines().stream().anyMatch(one -> one.id().equals(line))
            && Question.isSubLine(body.getString("subline", ""), line, tables);
    return known
        ? Optional.of(
            new Question(
                line,
                at == null ? now : OffsetDateTime.parse(at).toInstant(),
                triage(body),
                Mode.valueOf(body.getString("mode", "NORMAL"))))
        : Optional.empty();
  }

  private static Triage triage(JsonObject body) {
    var language =
        Locale.forLanguageTag(body.getString("language", Triage.UNKNOWN_LANGUAGE)).toLanguageTag();
    return Arrival.triage(
            Channel.valueOf(body.getString("channel")),
            language,
            body.getDouble("confidence", language.equals(Triage.UNKNOWN_LANGUAGE) ? 0.0 : 1.0),
            RiskLevel.valueOf(body.getString("risk")),
            body.getString("country", ""),
            body.getBoolean("minor", false),
            body.getJsonArray("wishes", new JsonArray()).stream()
                .map(wish -> Gender.valueOf(wish.toString()))
                .collect(Collectors.toUnmodifiableSet()))
        .reaching(body.getString("subline", ""));
  }
}
