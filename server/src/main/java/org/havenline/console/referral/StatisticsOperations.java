package org.havenline.console.referral;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.havenline.console.api.Answer;
import org.havenline.console.api.Call;
import org.havenline.console.api.StaffOperation;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.referral.counted.Shown;
import org.havenline.referral.counted.Tallies;

/// Statistics of referrals, a month at a time.
public final class StatisticsOperations {
  private final Tallies tallies;

  public StatisticsOperations(Tallies tallies) {
    this.tallies = tallies;
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("referralStatistics", (_, call) -> month(call));
  }

  private Response month(Call call) {
    var asked = call.query("month");
    var month = asked.isEmpty() ? Optional.of(tallies.last()) : asked.flatMap(Tallies::parse);
    if (month.isEmpty()) {
      return Problems.badRequest("Write the month as 2026-03.");
    }
    if (!tallies.isOver(month.get())) {
      return Problems.badRequest("This month is not over. Only whole months are shown.");
    }
    return Answer.ok(view(month.get()));
  }

  private JsonObject view(YearMonth month) {
    var tables = new JsonObject();
    tallies.month(month).forEach((table, shown) -> tables.put(table.word(), view(shown)));
    return new JsonObject()
        .put("month", month.toString())
        .put("hiddenBelow", Shown.LEAST)
        .put("tables", tables);
  }

  private static JsonObject view(Shown shown) {
    var cells = new JsonArray();
    shown
        .cells()
        .forEach((cell, count) ->
            cells.add(new JsonObject().put("cell", cell).put("count", boxed(count))));
    return new JsonObject().put("total", boxed(shown.total())).put("cells", cells);
  }

  /// Nothing where it is hidden.
  private static @org.jspecify.annotations.Nullable Long boxed(OptionalLong count) {
    return count.isPresent() ? count.getAsLong() : null;
  }
}
