package org.havenline.console.services;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.havenline.audit.Author;
import org.havenline.console.api.Answer;
import org.havenline.console.api.Call;
import org.havenline.console.api.StaffOperation;
import org.havenline.console.staff.SignedIn;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.imports.Import;
import org.havenline.referral.imports.Preview;
import org.havenline.referral.imports.Source;
import org.havenline.referral.imports.UnreadableSource;
import org.havenline.referral.imports.report.Finding;
import org.havenline.referral.imports.tables.Forms;

/// Brings services into the directory: says what would change, and does it when it is told to. One
/// at a time, since a file is read whole.
public final class ImportOperation {
  private static final int LISTED = 200;

  private final Import imports;
  private final Semaphore one = new Semaphore(1);

  public ImportOperation(Services services) {
    this.imports = new Import(services.directory(), Forms.shipped());
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("importServices", this::imported);
  }

  private Response imported(SignedIn who, Call call) {
    if (!one.tryAcquire()) {
      return Problems.busy();
    }
    try {
      var body = call.body();
      var text = new BufferedReader(new StringReader(body.getString("text")));
      var preview =
          imports.preview(new Source.Text(body.getString("file"), text), body.getString("source"));
      return Answer.ok(
          body.getBoolean("apply", false)
              ? view(preview).put("skipped", ids(imports.apply(preview, Author.of(who.id()))))
              : view(preview));
    } catch (UnreadableSource e) {
      return Problems.badRequest(String.valueOf(e.getMessage()));
    } finally {
      one.release();
    }
  }

  private static JsonObject view(Preview preview) {
    var files = new JsonArray();
    preview
        .ledger()
        .tallies()
        .forEach((file, tally) ->
            files.add(
                new JsonObject()
                    .put("file", file)
                    .put("rows", tally.read())
                    .put("taken", tally.taken())
                    .put("repaired", tally.repaired())
                    .put("leftOut", tally.rejected())));
    return new JsonObject()
        .put("files", files)
        .put("added", ids(preview.added()))
        .put("changed", changed(preview.changed()))
        .put("unchanged", preview.unchanged())
        .put("missing", ids(preview.missing()))
        .put("whole", preview.ledger().whole())
        .put("findings", findings(preview.ledger().findings()));
  }

  /// Values only of services that are not confidential, as the preview has them.
  private static JsonArray changed(Map<ServiceId, List<String>> services) {
    return new JsonArray(
        services.entrySet().stream()
            .limit(LISTED)
            .map(one ->
                new JsonObject()
                    .put("service", one.getKey().value())
                    .put("fields", new JsonArray(one.getValue())))
            .toList());
  }

  private static JsonArray findings(List<Finding> all) {
    return new JsonArray(all.stream().limit(LISTED).map(Finding::toString).toList());
  }

  private static JsonArray ids(List<ServiceId> all) {
    return new JsonArray(all.stream().map(ServiceId::value).toList());
  }
}
