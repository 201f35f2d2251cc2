package org.havenline.console.administrator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.havenline.audit.AuditEntry;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.tables.Archive;
import org.havenline.tables.Switches;
import org.havenline.tables.Version;

/// Versions, switches and the audit log as the API shows them.
final class TablesView {
  private TablesView() {}

  static JsonObject state(
      Archive.State state, long here, List<Version> versions, List<Finding> findings) {
    var list = new JsonArray();
    versions.stream().map(version -> of(version, state)).forEach(list::add);
    return new JsonObject()
        .put("inForce", state.version())
        .put("before", state.before())
        .put("inForceHere", here)
        .put("switches", of(state.switches()))
        .put("findings", Findings.of(findings))
        .put("versions", list);
  }

  private static JsonObject of(Switches switches) {
    var down = new JsonArray();
    switches
        .down()
        .forEach((line, forwardTo) ->
            down.add(new JsonObject().put("line", line.value()).put("forwardTo", forwardTo)));
    return new JsonObject().put("mode", word(switches.mode())).put("linesDown", down);
  }

  static JsonObject of(Version version, Archive.State state) {
    var view =
        new JsonObject()
            .put("number", version.number())
            .put("inForce", version.number() == state.version())
            .put("author", version.author().name())
            .put("at", version.at().toString())
            .put("reason", version.reason())
            .put("origin", word(version.origin()))
            .put("over", version.over())
            .put("files", new JsonArray(List.copyOf(version.files().keySet())));
    version
        .asked()
        .filter(wish -> wish.over() == state.version())
        .ifPresent(wish ->
            view.put(
                "asked",
                new JsonObject().put("by", wish.by().name()).put("reason", wish.reason())));
    return view;
  }

  static JsonArray files(TableFiles files) {
    var list = new JsonArray();
    files
        .files()
        .forEach((name, bytes) ->
            list.add(new JsonObject().put("name", name).put("text", new String(bytes, UTF_8))));
    return list;
  }

  static JsonObject audit(List<AuditEntry> entries, OptionalLong firstBroken, long after) {
    var list = new JsonArray();
    entries.stream()
        .filter(entry -> entry.n() > after)
        .forEach(entry ->
            list.add(
                new JsonObject()
                    .put("n", entry.n())
                    .put("at", entry.at().toString())
                    .put("author", entry.author().name())
                    .put("deed", entry.deed())
                    .put("object", entry.object())
                    .put("reason", entry.reason())
                    .put("seal", entry.seal())));
    var view = new JsonObject().put("intact", firstBroken.isEmpty()).put("entries", list);
    firstBroken.ifPresent(n -> view.put("firstBroken", n));
    return view;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
