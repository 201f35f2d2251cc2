package org.havenline.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.havenline.contact.ResponderId;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.asking.AskOrder;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.jspecify.annotations.Nullable;

/// Those on duty while contacts are shared out among them, one after another.
///
/// Contacts with the same need (a few hundred kinds among thousands) share one queue of those who
/// may answer, so each responder is looked at once for a need and not once for a contact. Being
/// asked only moves a responder back in any order and never makes her fit more, so an entry that is
/// out of date is mended when it comes to the front, and nowhere else.
final class Candidates {
  private static final int NO_WORD = 4;

  /// All that decides who may answer, and in which order, but for what is this one contact's own.
  private record Need(
      Requirement requirement, Channel channel, String language, AskOrder order, boolean spares) {}

  /// A place in the queue of a need.
  ///
  /// @param version counts how often he had been asked
  /// @param language how well he speaks hers; smaller is better
  private record Entry(int index, FreeResponder one, int version, int language) {}

  private static final Comparator<Entry> IDLE =
      Comparator.comparing(entry -> entry.one().idleSince());
  private static final Comparator<Entry> LOAD =
      Comparator.comparingInt(entry -> entry.one().load());
  private static final Comparator<Entry> LANGUAGE = Comparator.comparingInt(Entry::language);
  private static final Comparator<Entry> ID =
      Comparator.comparing(entry -> entry.one().id().value());

  private final FreeResponder[] now;
  private final int[] versions;
  private final Map<ResponderId, Integer> indices = new HashMap<>();
  private final Map<Need, PriorityQueue<Entry>> queues = new HashMap<>();
  private int withRoom;

  Candidates(List<FreeResponder> onDuty) {
    now = onDuty.toArray(FreeResponder[]::new);
    versions = new int[now.length];
    for (int i = 0; i < now.length; i++) {
      indices.put(now[i].id(), i);
      withRoom += now[i].anyLeft() ? 1 : 0;
    }
  }

  boolean anyRoom() {
    return withRoom > 0;
  }

  /// As she is now; empty when not on duty.
  Optional<FreeResponder> find(ResponderId id) {
    var index = indices.get(id);
    return index == null ? Optional.empty() : Optional.of(now[index]);
  }

  /// Whom to ask about a contact: first who was not asked about it before.
  Optional<FreeResponder> first(WaitingContact contact) {
    var queue = queues.computeIfAbsent(need(contact), this::queue);
    var passed = new ArrayList<Entry>();
    FreeResponder again = null;
    FreeResponder chosen = null;
    for (var entry = head(queue, contact); chosen == null && entry != null; ) {
      passed.add(queue.remove());
      if (contact.mayBeOfferedTo(entry.one())) {
        if (!contact.askedAlready().contains(entry.one().id())) {
          chosen = entry.one();
        } else if (again == null) {
          again = entry.one();
        }
      }
      entry = head(queue, contact);
    }
    queue.addAll(passed);
    return Optional.ofNullable(chosen == null ? again : chosen);
  }

  void asked(FreeResponder one, Triage about, Instant at) {
    int index = indices.getOrDefault(one.id(), -1);
    now[index] = one.with(about, at);
    versions[index]++;
    withRoom -= now[index].anyLeft() ? 0 : 1;
  }

  private static Need need(WaitingContact contact) {
    return new Need(
        contact.requirement(),
        contact.triage().channel(),
        contact.triage().language(),
        contact.order(),
        contact.sparesTheTired());
  }

  private PriorityQueue<Entry> queue(Need need) {
    var queue = new PriorityQueue<>(order(need.order()));
    for (int i = 0; i < now.length; i++) {
      if (now[i].hasRoom(need.channel(), need.spares()) && need.requirement().metBy(now[i])) {
        int language =
            need.requirement()
                .best(need.language(), now[i].languages())
                .map(best -> rank(best.level()))
                .orElse(NO_WORD);
        queue.add(new Entry(i, now[i], versions[i], language));
      }
    }
    return queue;
  }

  private static int rank(LanguageLevel level) {
    return switch (level) {
      case NATIVE -> 0;
      case FLUENT -> 1;
      case WORKING -> 2;
      case BASIC -> 3;
    };
  }

  /// Where the language no longer matters, those who speak it come first all the same.
  private static Comparator<Entry> order(AskOrder order) {
    Comparator<Entry> speaks = Comparator.comparing(entry -> entry.language() == NO_WORD);
    return speaks
        .thenComparing(
            switch (order) {
              case LONGEST_IDLE -> IDLE.thenComparing(LOAD).thenComparing(LANGUAGE);
              case LEAST_LOADED -> LOAD.thenComparing(IDLE).thenComparing(LANGUAGE);
              case BEST_LANGUAGE -> LANGUAGE.thenComparing(IDLE).thenComparing(LOAD);
            })
        .thenComparing(ID);
  }

  /// The first in a queue as he is now.
  private @Nullable Entry head(PriorityQueue<Entry> queue, WaitingContact contact) {
    while (true) {
      var head = queue.peek();
      if (head == null || head.version() == versions[head.index()]) {
        return head;
      }
      queue.remove();
      var one = now[head.index()];
      if (one.hasRoom(contact.triage().channel(), contact.sparesTheTired())) {
        queue.add(new Entry(head.index(), one, versions[head.index()], head.language()));
      }
    }
  }
}
