package org.havenline.console.administrator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.havenline.audit.Author;
import org.havenline.console.api.Answer;
import org.havenline.console.api.Call;
import org.havenline.console.api.StaffOperation;
import org.havenline.console.staff.SignedIn;
import org.havenline.contact.LineId;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.version.Differences;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.tables.Administration;
import org.havenline.tables.Administration.Outcome;
import org.havenline.tables.Version;

/// Versions of the tables from draft to in force and back, and the switches.
public final class TablesOperations {
  private final Administration administration;

  public TablesOperations(Administration administration) {
    this.administration = administration;
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("tables", (_, _) -> Answer.ok(state()));
    operations.put("tablesVersion", (_, call) -> version(call, this::whole));
    operations.put("draftTables", this::draft);
    operations.put("tablesFindings", (_, call) -> version(call, this::findings));
    operations.put("tablesDifferences", this::differences);
    operations.put("publishTables", this::publish);
    operations.put("approveTables", this::approve);
    operations.put("rollBackTables", this::rollBack);
    operations.put("switchMode", this::mode);
    operations.put("switchLine", this::line);
    operations.put("auditLog", (_, call) -> audit(call));
  }

  private JsonObject state() {
    var archive = administration.archive();
    var watch = administration.watch();
    var findings = new ArrayList<>(watch.findings());
    findings.addAll(administration.risk().findings());
    return TablesView.state(
            archive.state(), watch.get().ruling().version(), archive.versions(), findings)
        .put("riskRulesHere", administration.risk().version());
  }

  private JsonObject whole(Version version) {
    var archive = administration.archive();
    return TablesView.of(version, archive.state())
        .put("content", TablesView.files(archive.files(version)));
  }

  private JsonObject findings(Version version) {
    var verdict = administration.verdict(version);
    return new JsonObject()
        .put("findings", Findings.of(verdict.faults()))
        .put("doubts", Findings.of(verdict.doubts()));
  }

  private Response draft(SignedIn who, Call call) {
    var body = call.body();
    var all = new TreeMap<String, byte[]>();
    for (var one : body.getJsonArray("files")) {
      var file = (JsonObject) one;
      if (all.put(file.getString("name"), file.getString("text").getBytes(UTF_8)) != null) {
        return Problems.badRequest("Two files have the same name.");
      }
    }
    var files = new TableFiles(all);
    if (files.tables().bytes() > TableFiles.MOST_BYTES
        || files.risk().bytes() > TableFiles.MOST_RISK_BYTES) {
      return Problems.tooLarge();
    }
    var version = administration.draft(files, Author.of(who.id()), body.getString("reason"));
    return Answer.json(201, whole(version).mergeIn(findings(version)));
  }

  private Response differences(SignedIn who, Call call) {
    var archive = administration.archive();
    var with = call.number("with");
    var before = archive.version(with == 0 ? archive.state().version() : with);
    if (before.isEmpty()) {
      return Problems.notFound();
    }
    return version(
        call,
        version ->
            new JsonObject()
                .put("with", before.get().number())
                .put(
                    "words",
                    Differences.between(archive.files(before.get()), archive.files(version))));
  }

  private Response publish(SignedIn who, Call call) {
    var body = call.body();
    return deed(
        call,
        (number, reason) ->
            administration.publish(number, body.getLong("over"), Author.of(who.id()), reason));
  }

  private Response approve(SignedIn who, Call call) {
    return deed(
        call, (number, reason) -> administration.approve(number, Author.of(who.id()), reason));
  }

  private Response rollBack(SignedIn who, Call call) {
    var body = call.body();
    return answer(
        administration.rollBack(
            body.getLong("to", 0L),
            body.getLong("over"),
            Author.of(who.id()),
            body.getString("reason")));
  }

  private Response mode(SignedIn who, Call call) {
    var body = call.body();
    var mode = Mode.valueOf(body.getString("mode").toUpperCase(Locale.ROOT));
    return answer(administration.mode(mode, Author.of(who.id()), body.getString("reason")));
  }

  private Response line(SignedIn who, Call call) {
    var body = call.body();
    var line = new LineId(call.path("lineId"));
    var reason = body.getString("reason");
    var author = Author.of(who.id());
    return answer(
        body.getBoolean("down")
            ? administration.lineDown(line, body.getString("forwardTo", ""), author, reason)
            : administration.lineUp(line, author, reason));
  }

  private Response audit(Call call) {
    var archive = administration.archive();
    var entries = archive.audit();
    return Answer.ok(
        TablesView.audit(entries, archive.chain().firstBroken(entries), call.number("after")));
  }

  private Response version(Call call, java.util.function.Function<Version, JsonObject> view) {
    return number(call)
        .flatMap(administration.archive()::version)
        .map(found -> Answer.ok(view.apply(found)))
        .orElseGet(Problems::notFound);
  }

  private Response deed(Call call, BiFunction<Long, String, Outcome> deed) {
    return number(call)
        .map(number -> answer(deed.apply(number, call.body().getString("reason"))))
        .orElseGet(Problems::notFound);
  }

  private static Optional<Long> number(Call call) {
    var text = call.path("version");
    return text.matches("\\d{1,9}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  private Response answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done() -> Answer.ok(state());
      case Outcome.Awaiting() -> Answer.json(202, state());
      case Outcome.Unknown() -> Problems.notFound();
      case Outcome.Refused(var why) -> Problems.of(409, "Nothing was changed", why);
      case Outcome.Faulty(var findings) -> faulty(findings);
    };
  }

  private static Response faulty(List<Finding> findings) {
    return Findings.problem(
        "These tables cannot come in force",
        "Nothing was changed. Correct what the findings name, in a new draft.",
        findings);
  }
}
