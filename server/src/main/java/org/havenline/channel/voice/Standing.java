package org.havenline.channel.voice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.queue.OnHand;
import org.havenline.queue.Tables;
import org.havenline.routing.FreeResponder;

/// What is honest to say to one who waits: her place among all, and that it may take long when
/// nobody on duty may answer her. Never a time, which would be heard as a promise.
final class Standing {
  /// One sentence to say.
  ///
  /// @param key of the translations
  record Line(String key, Map<String, Object> arguments) {}

  /// A recording cannot count; so many are recorded (`x-recorded` of the texts), and "more than".
  static final long RECORDED = 5;

  /// Who is on duty is looked up this often at most, however many wait.
  private static final Duration LOOKS = Duration.ofSeconds(1);

  private final Supplier<Tables> tables;
  private final OnHand onHand;
  private final InstantSource clock;
  private volatile OnDuty onDuty = new OnDuty(Instant.EPOCH, List.of());

  private record OnDuty(Instant at, List<FreeResponder> all) {}

  Standing(Supplier<Tables> tables, OnHand onHand, InstantSource clock) {
    this.tables = tables;
    this.onHand = onHand;
    this.clock = clock;
  }

  /// @param before how many wait before her
  /// @param exact whether every number can be said; else those that are recorded
  List<Line> of(Contact contact, long before, boolean exact) {
    var lines = new ArrayList<Line>();
    lines.add(
        before == 0
            ? new Line("callNext", Map.of())
            : exact || before <= RECORDED
                ? new Line("callBefore", Map.of("count", before))
                : new Line("callMany", Map.of("count", RECORDED)));
    if (contact.state() == ContactState.QUEUED && !mayBeAnswered(contact)) {
      lines.add(new Line("callLong", Map.of()));
    }
    return lines;
  }

  private boolean mayBeAnswered(Contact contact) {
    var inForce = tables.get();
    var triage = Tables.triage(contact);
    var requirement =
        inForce.plan().decide(triage, contact.arrived()).requirementAt(contact.place().step());
    return OnHand.mayAnswer(onDuty(inForce), triage, requirement);
  }

  private List<FreeResponder> onDuty(Tables inForce) {
    var now = clock.instant();
    var seen = onDuty;
    if (!seen.at().plus(LOOKS).isAfter(now)) {
      seen = new OnDuty(now, onHand.all(inForce, now));
      onDuty = seen;
    }
    return seen.all();
  }
}
