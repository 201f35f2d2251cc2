package org.havenline.console.understanding;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.havenline.console.api.Answer;
import org.havenline.console.api.Call;
import org.havenline.console.api.StaffOperation;
import org.havenline.console.staff.SignedIn;
import org.havenline.correction.Corrections;
import org.havenline.correction.Verdicts;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.staff.Role;

/// Correcting the language and the risk of a contact: a responder those she has answered, a
/// supervisor any.
public final class CorrectionOperations {
  private final Corrections corrections;
  private final Verdicts verdicts;
  private final Supplier<RoutingTables> tables;

  public CorrectionOperations(
      Corrections corrections, Verdicts verdicts, Supplier<RoutingTables> tables) {
    this.corrections = corrections;
    this.verdicts = verdicts;
    this.tables = tables;
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("languages", (_, _) -> languages());
    operations.put("setLanguage", this::setLanguage);
    operations.put("setRisk", this::setRisk);
    operations.put("ruleVerdicts", (_, _) -> ruleVerdicts());
  }

  private Response languages() {
    return Answer.ok(new JsonObject().put("languages", new JsonArray(known().stream().toList())));
  }

  /// Those the lines offer, and those that staff speak besides.
  private Collection<String> known() {
    var all = new TreeSet<String>();
    tables.get().lines().forEach(line -> all.addAll(line.languages()));
    tables.get().responders().forEach(one -> all.addAll(one.languages().keySet()));
    return all;
  }

  /// Any language may be named: one that nobody here speaks is routed as such.
  private Response setLanguage(SignedIn who, Call call) {
    var language = call.body().getString("language");
    return done(corrections.language(call.contact(), by(who), language));
  }

  private Response setRisk(SignedIn who, Call call) {
    var level = RiskLevel.valueOf(call.body().getString("level"));
    return done(corrections.risk(call.contact(), by(who), level));
  }

  private static Corrections.By by(SignedIn who) {
    return new Corrections.By(who.id(), who.is(Role.SUPERVISOR));
  }

  private static Response done(boolean done) {
    return done ? Answer.done() : Problems.notFound();
  }

  private Response ruleVerdicts() {
    var list = new JsonArray();
    verdicts
        .all()
        .forEach(one ->
            list.add(
                new JsonObject()
                    .put("rule", one.rule())
                    .put("confirmed", one.confirmed())
                    .put("corrected", one.corrected())));
    return Answer.ok(new JsonObject().put("rules", list));
  }
}
