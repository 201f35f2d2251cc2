package org.havenline.console.services;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.imports.Preview;
import org.havenline.referral.imports.report.Finding;
import org.havenline.referral.imports.report.Ledger;

/// What an import would change, every row accounted for.
record ImportView(Preview preview) {
  /// Of so many changed services the fields are listed; of the others the name alone.
  private static final int IN_FULL = 1_000;

  JsonObject json() {
    var ledger = preview.ledger();
    return new JsonObject()
        .put("files", files(ledger))
        .put("added", named(preview.added()))
        .put("changed", changed())
        .put("unchanged", preview.unchanged())
        .put("missing", named(preview.missing()))
        .put("whole", ledger.whole())
        .put("findings", findings(ledger))
        .put("shown", preview.fingerprint());
  }

  private static JsonArray files(Ledger ledger) {
    var files = new JsonArray();
    ledger
        .tallies()
        .forEach((file, tally) ->
            files.add(
                new JsonObject()
                    .put("file", file)
                    .put("rows", tally.read())
                    .put("taken", tally.taken())
                    .put("repaired", tally.repaired())
                    .put("leftOut", tally.rejected())));
    return files;
  }

  private JsonArray named(Collection<ServiceId> ids) {
    return new JsonArray(ids.stream().map(this::named).toList());
  }

  private JsonObject named(ServiceId id) {
    return new JsonObject()
        .put("service", id.value())
        .put("name", preview.names().getOrDefault(id, ""));
  }

  /// Values only of services that are not confidential, as the preview has them.
  private JsonArray changed() {
    var list = new JsonArray();
    preview
        .changed()
        .forEach((id, fields) ->
            list.add(
                named(id)
                    .put(
                        "fields",
                        list.size() < IN_FULL ? new JsonArray(fields) : new JsonArray())));
    return list;
  }

  /// Those that say the same of different rows are one, so that ten thousand stay readable.
  private static JsonArray findings(Ledger ledger) {
    Map<String, List<Finding>> groups = new LinkedHashMap<>();
    ledger
        .findings()
        .forEach(one -> groups.computeIfAbsent(one.group(), _ -> new ArrayList<>()).add(one));
    var counts = ledger.counts();
    var list = new JsonArray();
    groups.forEach((group, all) ->
        list.add(group(all).put("count", counts.getOrDefault(group, (long) all.size()))));
    return list;
  }

  private static JsonObject group(List<Finding> all) {
    var first = all.getFirst();
    return new JsonObject()
        .put("kind", first.kind().name().toLowerCase(Locale.ROOT))
        .put("file", first.origin().file())
        .put("field", first.field())
        .put("reason", first.reason())
        .put("rows", new JsonArray(all.stream().map(one -> one.origin().row()).toList()));
  }
}
