package org.havenline.routing;

import java.time.Instant;
import java.util.ArrayList;
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
  private record Entry(int index, FreeResponder one, int version, int language) {
    boolean speaks() {
      return language != NO_WORD;
    }
  }

  /// One of them as he is now, and where he stands among them.
  record Candidate(int index, FreeResponder one) {}

  private final FreeResponder[] now;
  private final int[] versions;
  private final Map<Need, PriorityQueue<Entry>> queues = new HashMap<>();

  /// Made when somebody is first looked for by name: most contacts are of people nobody knows.
  private @Nullable Map<ResponderId, Integer> indices;

  /// Nobody before this one has room, and being asked gives nobody any.
  private int firstWithRoom;

  Candidates(List<FreeResponder> onDuty) {
    now = onDuty.toArray(FreeResponder[]::new);
    versions = new int[now.length];
  }

  boolean anyRoom() {
    while (firstWithRoom < now.length && !now[firstWithRoom].anyLeft()) {
      firstWithRoom++;
    }
    return firstWithRoom < now.length;
  }

  /// As she is now; empty when not on duty.
  Optional<Candidate> find(ResponderId id) {
    if (indices == null) {
      indices = new HashMap<>();
      for (int i = 0; i < now.length; i++) {
        indices.put(now[i].id(), i);
      }
    }
    var index = indices.get(id);
    return index == null ? Optional.empty() : Optional.of(new Candidate(index, now[index]));
  }

  /// Whom to ask about a contact: first who was not asked about it before. Of several who are asked
  /// at once all are alike in that, and in whether they speak her language: else the worse might
  /// take her from the better.
  List<Candidate> first(WaitingContact contact) {
    var queue = queues.computeIfAbsent(need(contact), this::queue);
    var passed = new ArrayList<Entry>();
    var fresh = new ArrayList<Entry>();
    var again = new ArrayList<Entry>();
    for (var entry = head(queue, contact); fresh.size() < contact.ask() && entry != null; ) {
      passed.add(queue.remove());
      if (contact.mayBeOfferedTo(entry.one())) {
        (contact.askedAlready().contains(entry.one().id()) ? again : fresh).add(entry);
      }
      entry = head(queue, contact);
    }
    queue.addAll(passed);
    var chosen = fresh.isEmpty() ? again : fresh;
    return chosen.stream()
        .filter(entry -> entry.speaks() == chosen.getFirst().speaks())
        .limit(contact.ask())
        .map(entry -> new Candidate(entry.index(), entry.one()))
        .toList();
  }

  void asked(Candidate candidate, Triage about, Instant at) {
    int index = candidate.index();
    now[index] = candidate.one().with(about, at);
    versions[index]++;
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
    var queue = new PriorityQueue<Entry>((a, b) -> compare(a, b, need.order()));
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

  /// Where the language no longer matters, those who speak it come first all the same. Last by id,
  /// so that two nodes choose alike.
  private static int compare(Entry a, Entry b, AskOrder order) {
    if (a.speaks() != b.speaks()) {
      return a.speaks() ? -1 : 1;
    }
    int language = Integer.compare(a.language(), b.language());
    int load = Integer.compare(a.one().load(), b.one().load());
    int idle = a.one().idleSince().compareTo(b.one().idleSince());
    int first =
        switch (order) {
          case LONGEST_IDLE -> firstOf(idle, load, language);
          case LEAST_LOADED -> firstOf(load, idle, language);
          case BEST_LANGUAGE -> firstOf(language, idle, load);
        };
    return first != 0 ? first : a.one().id().value().compareTo(b.one().id().value());
  }

  private static int firstOf(int one, int two, int three) {
    return one != 0 ? one : two != 0 ? two : three;
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
