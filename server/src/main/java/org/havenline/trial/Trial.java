package org.havenline.trial;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.journal.Event;
import org.havenline.contact.journal.EventLog;
import org.havenline.conversation.Conversations;
import org.havenline.correction.Verdicts;
import org.havenline.risk.RiskMonitor;

/// Goes back through the line's log, the newest message first, and reads each contact it meets
/// again by changed rules. Changes nothing, so it may be stopped anywhere.
///
/// Compared is what was decided then with what these rules say now; so if the rules in force are
/// tried, nothing moves but what older versions had decided.
public final class Trial {
  private static final int PAGE = 200;
  private static final String RECEIVED = "message.received";

  private final EventLog log;
  private final Contacts contacts;
  private final Conversations conversations;
  private final Verdicts verdicts;

  public Trial(EventLog log, Contacts contacts, Conversations conversations, Verdicts verdicts) {
    this.log = log;
    this.contacts = contacts;
    this.conversations = conversations;
    this.verdicts = verdicts;
  }

  /// How far a trial goes.
  ///
  /// @param since messages before that are read only in contacts that have later ones
  /// @param messages after so many no other contact is begun
  /// @param over asked before each contact; true ends it
  public record Limits(Instant since, int messages, BooleanSupplier over) {}

  /// @param changed the rules to be tried
  public TrialReport run(RiskMonitor changed, Limits limits) {
    var reader = new Reader(conversations, verdicts, changed);
    var tally = new Tally();
    var seen = new HashSet<ContactId>();
    var forgotten = new HashSet<ContactId>();
    var reached = Instant.MAX;
    long from = log.last() + 1;
    while (true) {
      var page = log.before(from, PAGE);
      for (var event : page) {
        if (event.at().isBefore(limits.since)) {
          return tally.report(limits.since, true);
        }
        if (tally.messages() >= limits.messages || limits.over.getAsBoolean()) {
          return tally.report(reached.equals(Instant.MAX) ? event.at() : reached, false);
        }
        take(event, reader, tally, seen, forgotten);
        reached = event.at();
      }
      if (page.isEmpty()) {
        // the log reaches back no further; older contacts are forgotten too
        boolean beginning = from <= 1;
        return tally.report(
            beginning || reached.equals(Instant.MAX) ? limits.since : reached, beginning);
      }
      from = page.getLast().seq();
    }
  }

  private void take(
      Event event, Reader reader, Tally tally, Set<ContactId> seen, Set<ContactId> forgotten) {
    var id = event.contact();
    if (id.isEmpty() || !event.type().equals(RECEIVED)) {
      return;
    }
    if (forgotten.contains(id.get())) {
      tally.addForgotten(false);
    } else if (seen.add(id.get())) {
      contacts
          .find(id.get())
          .ifPresentOrElse(
              contact -> tally.add(reader.read(contact)),
              () -> {
                forgotten.add(id.get());
                tally.addForgotten(true);
              });
    }
  }
}
