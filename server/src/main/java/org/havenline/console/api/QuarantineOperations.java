package org.havenline.console.api;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.havenline.console.staff.SignedIn;
import org.havenline.console.view.QuarantineView;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.intake.Quarantine;

/// What could not be understood, and who has dealt with it.
public final class QuarantineOperations {
  private final Quarantine quarantine;

  public QuarantineOperations(Quarantine quarantine) {
    this.quarantine = quarantine;
  }

  void addTo(Map<String, StaffOperation> operations) {
    operations.put("quarantine", (_, _) -> list());
    operations.put("resolveQuarantined", this::resolve);
  }

  private Response list() {
    return Answer.ok(new JsonObject().put("items", QuarantineView.of(quarantine.unresolved())));
  }

  private Response resolve(SignedIn who, Call call) {
    return quarantine.resolve(call.path("quarantineId"), who.id())
        ? Answer.done()
        : Problems.notFound();
  }
}
