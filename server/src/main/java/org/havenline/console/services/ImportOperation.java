package org.havenline.console.services;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.havenline.referral.imports.tables.Forms;
import org.havenline.referral.stored.Directory;

/// Brings services into the directory: says what would change, and does it when it is told to. One
/// at a time, since files are read whole.
public final class ImportOperation {
  private final Directory directory;
  private final Import imports;
  private final Semaphore one = new Semaphore(1);

  public ImportOperation(Services services) {
    this.directory = services.directory();
    this.imports = new Import(directory, Forms.shipped());
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("serviceSources", (_, _) -> sources());
    operations.put("importServices", this::imported);
  }

  private Response sources() {
    var sources = new TreeMap<String, Integer>();
    directory.marks().values().forEach(mark -> sources.merge(mark.source(), 1, Integer::sum));
    var list = new JsonArray();
    sources.forEach(
        (name, services) -> list.add(new JsonObject().put("name", name).put("services", services)));
    return Answer.ok(new JsonObject().put("sources", list));
  }

  private Response imported(SignedIn who, Call call) {
    if (!one.tryAcquire()) {
      return Problems.of(
          503, "Another import is under way", "Wait until it is done, then try again.");
    }
    try {
      var body = call.body();
      var preview = imports.preview(source(body), body.getString("source"));
      var view = new ImportView(preview).json();
      if (!body.getBoolean("apply", false)) {
        return Answer.ok(view);
      }
      if (!body.getString("shown", preview.fingerprint()).equals(preview.fingerprint())) {
        return Problems.of(
            409,
            "Something else would change than what was shown",
            "The directory has changed since then. Nothing was imported: look again first.");
      }
      return Answer.ok(view.put("skipped", applied(preview, who)));
    } catch (UnreadableSource e) {
      return Problems.badRequest(String.valueOf(e.getMessage()));
    } finally {
      one.release();
    }
  }

  private JsonArray applied(Preview preview, SignedIn who) {
    var skipped = imports.apply(preview, Author.of(who.id()));
    return new JsonArray(skipped.stream().map(ServiceId::value).toList());
  }

  /// @throws UnreadableSource when two files cannot be told apart
  private static Source source(JsonObject body) {
    List<Source.Text> files = new ArrayList<>();
    var names = new HashSet<String>();
    for (var each : body.getJsonArray("files")) {
      var file = (JsonObject) each;
      if (!names.add(file.getString("name"))) {
        throw new UnreadableSource("Two files have the same name. Rename one of them.");
      }
      var text = new BufferedReader(new StringReader(file.getString("text")));
      files.add(new Source.Text(file.getString("name"), text));
    }
    return new Source.Texts(files);
  }
}
