package org.havenline;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.havenline.audit.Author;
import org.havenline.config.ServerConfig;
import org.havenline.config.StartRefused;
import org.havenline.console.staff.PasswordHash;
import org.havenline.console.staff.Passwords;
import org.havenline.console.staff.Sessions;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.EventLog;
import org.havenline.conversation.Conversations;
import org.havenline.conversation.Transcripts;
import org.havenline.correction.Verdicts;
import org.havenline.privacy.Keys;
import org.havenline.redis.Redis;
import org.havenline.risk.RiskMonitor;
import org.havenline.routingconfig.risk.RiskRules;
import org.havenline.tables.Archive;
import org.havenline.trial.Trial;
import org.havenline.trial.TrialReport;

/// What whoever has the server's files and keys may do, while it runs or not.
record Keyholder(ServerConfig config, InstantSource clock) {
  /// A new password for a member of staff.
  ///
  /// @throws StartRefused when nobody in the table has this id, or the store is away
  String password(String user) {
    var rules = Rulebook.readAsItIs(config);
    return Store.use(config, redis -> password(redis, rules, user));
  }

  private String password(Redis redis, Rulebook rules, String user) {
    var keys = StartRefused.saying(() -> Keys.open(config.data().resolve("keys"), redis));
    var tables = rules.inForce(redis, keys, clock);
    if (tables.responder(user).isEmpty()) {
      throw new StartRefused(
          List.of(
              "Nobody in the table of responders has the id '%s'. Add it first.".formatted(user)));
    }
    var line = tables.lines().getFirst().id();
    return passwords(redis, line).generate(new ResponderId(user), new SecureRandom());
  }

  private Passwords passwords(Redis redis, String line) {
    var keys = new LineKeys(new LineId(line));
    var sessions = new Sessions(redis, keys, clock, new SecureRandom());
    return new Passwords(redis, keys, new PasswordHash(), sessions, clock);
  }

  /// A trial of risk rules.
  ///
  /// @throws StartRefused when the store is away or the keys are others
  TrialReport trial(RiskRules rules, int days, int messages, String reason) {
    return Store.use(config, redis -> trial(redis, rules, days, messages, reason));
  }

  private TrialReport trial(Redis redis, RiskRules rules, int days, int messages, String reason) {
    var secrets = StartRefused.saying(() -> Keys.open(config.data().resolve("keys"), redis));
    var archive = new Archive(redis, secrets.vault(), secrets.pseudonyms(), clock);
    archive.note(
        Author.FILES,
        "tried risk rules",
        "a folder, on the messages of %d days".formatted(days),
        reason);
    var tables = Rulebook.readAsItIs(config).inForce(redis, secrets, clock);
    var keys = new LineKeys(new LineId(tables.lines().getFirst().id()));
    var contacts = new Contacts(redis, keys);
    var conversations =
        new Conversations(
            redis,
            keys,
            new Transcripts(redis, contacts, secrets.vault()),
            secrets.vault(),
            secrets.pseudonyms(),
            clock,
            Hotline.NOT_AFTER,
            () -> {});
    var trial =
        new Trial(new EventLog(redis, keys), contacts, conversations, new Verdicts(redis, keys));
    try (var changed = RiskMonitor.of(rules)) {
      var since = clock.instant().minus(Duration.ofDays(days));
      return trial.run(changed, new Trial.Limits(since, messages, () -> false));
    }
  }
}
