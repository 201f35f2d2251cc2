package org.havenline;

import java.time.Duration;
import java.time.InstantSource;
import org.havenline.audit.Author;
import org.havenline.config.ServerConfig;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineId;
import org.havenline.contact.LineKeys;
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

/// A trial of risk rules by whoever has the server's files and keys, while it runs or not.
record PastTrial(ServerConfig config, InstantSource clock) {

  /// @throws StartRefused when the store is away or the keys are others
  TrialReport run(RiskRules rules, int days, int messages, String reason) {
    return Store.use(config, redis -> run(redis, rules, days, messages, reason));
  }

  private TrialReport run(Redis redis, RiskRules rules, int days, int messages, String reason) {
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
