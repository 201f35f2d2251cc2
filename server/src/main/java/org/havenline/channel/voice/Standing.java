package org.havenline.channel.voice;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.contact.LineKeys;
import org.havenline.queue.OnHand;
import org.havenline.queue.Tables;
import org.havenline.redis.Redis;

/// What is honest to say to one who waits: her place among all, and that it may take long when
/// nobody on duty may answer her. Never a time, which would be heard as a promise.
final class Standing {
  /// One sentence to say.
  ///
  /// @param key of the translations
  record Line(String key, Map<String, Object> arguments) {}

  /// A recording cannot count; so many are recorded (`x-recorded` of the texts), and "more than".
  static final long RECORDED = 5;

  private final Redis redis;
  private final LineKeys keys;
  private final Supplier<Tables> tables;
  private final OnHand onHand;
  private final InstantSource clock;

  Standing(
      Redis redis, LineKeys keys, Supplier<Tables> tables, OnHand onHand, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.tables = tables;
    this.onHand = onHand;
    this.clock = clock;
  }

  /// @param exact whether every number can be said; else those that are recorded
  List<Line> of(Contact contact, boolean exact) {
    var lines = new ArrayList<Line>();
    var rank = redis.call("ZRANK", keys.of("waiting"), contact.id());
    long before = contact.state() != ContactState.QUEUED || rank.isNull() ? 0 : rank.number();
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
    return onHand.mayAnswer(inForce, triage, requirement, clock.instant());
  }
}
