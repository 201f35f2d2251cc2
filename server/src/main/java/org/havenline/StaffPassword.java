package org.havenline;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.havenline.config.ServerConfig;
import org.havenline.console.staff.PasswordHash;
import org.havenline.console.staff.Passwords;
import org.havenline.console.staff.Sessions;
import org.havenline.contact.LineId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.privacy.Keys;
import org.havenline.redis.Redis;

/// A new password for a member of staff, while the server runs or not.
final class StaffPassword {
  private StaffPassword() {}

  /// @throws StartRefused when nobody in the table has this id, or the store is away
  static String renew(ServerConfig config, String user, InstantSource clock) {
    var rules = Rulebook.readAsItIs(config);
    return Store.use(config, redis -> generate(config, rules, redis, user, clock));
  }

  private static String generate(
      ServerConfig config, Rulebook rules, Redis redis, String user, InstantSource clock) {
    var keys = StartRefused.saying(() -> Keys.open(config.data().resolve("keys"), redis));
    var tables = rules.inForce(redis, keys, clock);
    if (tables.responder(user).isEmpty()) {
      throw new StartRefused(
          List.of(
              "Nobody in the table of responders has the id '%s'. Add it first.".formatted(user)));
    }
    var line = tables.lines().getFirst().id();
    return passwords(redis, line, clock).generate(new ResponderId(user), new SecureRandom());
  }

  private static Passwords passwords(Redis redis, String line, InstantSource clock) {
    var keys = new LineKeys(new LineId(line));
    var sessions = new Sessions(redis, keys, clock, new SecureRandom());
    return new Passwords(redis, keys, new PasswordHash(), sessions, clock);
  }
}
