package org.havenline.simulator.trouble;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.havenline.simulator.account.Message;

/// A trouble waiting for its moment.
///
/// @param left how often it will still strike; 0 until it is taken away
/// @param asked the order as it was given, to be shown again
record Armed(
    Where where,
    Trouble trouble,
    int left,
    Optional<String> to,
    Optional<String> from,
    JsonObject asked) {

  /// Reads `{where, kind, status, code, millis, count, accepted, match: {to, from}}`.
  ///
  /// @throws IllegalArgumentException naming what is wrong
  static Armed of(JsonObject json) {
    var where = Where.valueOf(json.getString("where", "").toUpperCase(Locale.ROOT));
    var kind = json.getString("kind", "");
    if (!where.allows(kind)) {
      throw new IllegalArgumentException("No trouble \"" + kind + "\" at " + where);
    }
    var match = json.getJsonObject("match", new JsonObject());
    return new Armed(
        where,
        trouble(kind, json),
        json.getInteger("count", 1),
        Optional.ofNullable(match.getString("to")),
        Optional.ofNullable(match.getString("from")),
        json.copy());
  }

  private static Trouble trouble(String kind, JsonObject json) {
    var time = Duration.ofMillis(json.getLong("millis", 1_000L));
    boolean accepted = json.getBoolean("accepted", false);
    return switch (kind) {
      case "status" -> {
        int status = json.getInteger("status", 503);
        yield new Trouble.Status(status, json.getInteger("code", 20_000 + status), accepted);
      }
      case "stall" -> new Trouble.Stall(time, accepted);
      case "close-before" -> new Trouble.Close(false);
      case "close-after" -> new Trouble.Close(true);
      case "error-code" -> failure(json.getInteger("code", 30_003));
      case "slow" -> new Trouble.Slow(time);
      case "drop" -> new Trouble.Drop();
      case "repeat" -> new Trouble.Repeat(json.getInteger("times", 2));
      case "shuffle" -> new Trouble.Shuffle();
      default -> throw new IllegalArgumentException("Unknown trouble");
    };
  }

  /// Codes below 30000 are said at once, those of the carriers later.
  private static Trouble failure(int code) {
    return code < 30_000 ? new Trouble.Status(400, code, false) : new Trouble.Undelivered(code);
  }

  boolean concerns(Where where, String from, String to) {
    return this.where == where
        && this.to.map(Message.bare(to)::equals).orElse(true)
        && this.from.map(Message.bare(from)::equals).orElse(true);
  }

  /// Empty when it was the last time.
  Optional<Armed> used() {
    return left == 1
        ? Optional.empty()
        : Optional.of(new Armed(where, trouble, Math.max(0, left - 1), to, from, asked));
  }
}
