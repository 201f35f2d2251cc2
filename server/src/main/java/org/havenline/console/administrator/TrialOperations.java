package org.havenline.console.administrator;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.havenline.audit.Author;
import org.havenline.console.api.Answer;
import org.havenline.console.api.Call;
import org.havenline.console.api.StaffOperation;
import org.havenline.console.staff.SignedIn;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.risk.RiskMonitor;
import org.havenline.routingconfig.risk.RiskRules;
import org.havenline.tables.Administration;
import org.havenline.tables.Version;
import org.havenline.trial.Trial;

/// Tries the risk rules of a version on past messages. Bounded in size and time and one at once, so
/// that nobody at the desk can keep the server from those who write. Only rules that are kept as a
/// version can be tried, and the log names it: so it can be seen later what was looked for in
/// messages.
public final class TrialOperations {
  private static final int MESSAGES = 5_000;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /// After each contact: those who write now come first.
  private static final Duration REST = Duration.ofMillis(1);

  private final Administration administration;
  private final Trial trial;
  private final InstantSource clock;
  private final Semaphore one = new Semaphore(1);

  public TrialOperations(Administration administration, Trial trial, InstantSource clock) {
    this.administration = administration;
    this.trial = trial;
    this.clock = clock;
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("tryRisk", this::tried);
  }

  private Response tried(SignedIn who, Call call) {
    var version = administration.archive().version(call.body().getLong("version"));
    if (version.isEmpty()) {
      return Problems.notFound();
    }
    if (!one.tryAcquire()) {
      return Problems.busy();
    }
    try {
      return tried(who, call, version.get());
    } finally {
      one.release();
    }
  }

  private Response tried(SignedIn who, Call call, Version version) {
    var body = call.body();
    int days = body.getInteger("days");
    var end = clock.instant().plus(LONGEST);
    administration
        .archive()
        .note(
            Author.of(who.id()),
            "tried risk rules",
            "version %d on the messages of %d days".formatted(version.number(), days),
            body.getString("reason"));
    var rules = RiskRules.read(administration.archive().risk(version).riskByName());
    try (var changed = RiskMonitor.of(rules)) {
      var findings = new ArrayList<>(rules.findings());
      findings.addAll(changed.brokenRules());
      var report =
          trial.run(
              changed,
              new Trial.Limits(
                  clock.instant().minus(Duration.ofDays(days)),
                  body.getInteger("messages", MESSAGES),
                  () -> {
                    LockSupport.parkNanos(REST.toNanos());
                    return clock.instant().isAfter(end);
                  }));
      return Answer.ok(TrialView.of(version, report).put("findings", Findings.of(findings)));
    }
  }
}
