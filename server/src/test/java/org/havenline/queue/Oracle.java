package org.havenline.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.PersonId;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.Event;
import org.havenline.routingconfig.Channel;
import org.havenline.testing.Line;
import org.havenline.testing.RandomTables;
import org.havenline.testing.RandomTables.Member;

/// Looks at every offer a line has made, and knows nothing of how it was chosen: it replays the
/// line's log with what was written into the tables and what was noted of each person.
final class Oracle {
  private final Line line;
  private final Map<ContactId, Deque<Contact.Wishes>> noted = new HashMap<>();
  private final Map<PersonId, Contact.Wishes> ofPerson = new HashMap<>();
  private final Map<ContactId, Contact.Wishes> ofContact = new HashMap<>();
  private final Map<ContactId, Contact> facts = new HashMap<>();
  private final Map<ContactId, Set<String>> holder = new HashMap<>();
  private final Map<ContactId, String> interpreter = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private long seq;
  private int offers;
  private int interpreted;
  private int together;

  Oracle(Line line) {
    this.line = line;
    this.seq = line.events.last();
  }

  /// To be said before wishes are noted; in which order they took effect the log tells.
  void willNote(ContactId contact, Contact.Wishes wishes) {
    noted.computeIfAbsent(contact, _ -> new ArrayDeque<>()).add(wishes);
  }

  /// Catches up with the log.
  ///
  /// @param tables in force since it last did
  void look(RandomTables tables) {
    for (var events = line.events.after(seq, 1_000);
        !events.isEmpty();
        events = line.events.after(seq, 1_000)) {
      for (var event : events) {
        seq = event.seq();
        event.contact().ifPresent(contact -> replay(event, contact, tables));
      }
    }
  }

  List<String> violations() {
    return violations;
  }

  int offers() {
    return offers;
  }

  /// How many of the offers were made together with somebody who interprets.
  int interpreted() {
    return interpreted;
  }

  /// Of how many of them the one who was asked was not the only one.
  int together() {
    return together;
  }

  /// Who are asked about, or who owns, which contact.
  Map<ContactId, Set<String>> holders() {
    return holder;
  }

  List<ResponderId> holdersOf(ContactId contact) {
    return holder.getOrDefault(contact, Set.of()).stream().sorted().map(ResponderId::new).toList();
  }

  private void replay(Event event, ContactId contact, RandomTables tables) {
    switch (event.type()) {
      case "contact.waiting" ->
          ofContact.put(
              contact, ofPerson.getOrDefault(facts(contact).person(), Contact.Wishes.NONE));
      case "contact.wishes" -> {
        var wishes = noted.getOrDefault(contact, new ArrayDeque<>()).remove();
        ofContact.put(contact, wishes);
        ofPerson.put(facts(contact).person(), wishes);
      }
      case "contact.offered" -> {
        var asked = event.field("responder").orElseThrow().lines().toList();
        offers += asked.size();
        together += asked.size() > 1 ? asked.size() : 0;
        for (var responder : asked) {
          check(contact, responder, tables);
          event
              .field("interpreter")
              .filter(id -> !id.isEmpty())
              .ifPresent(id -> {
                interpreted++;
                checkInterpreter(contact, responder, id, tables);
              });
        }
        event
            .field("interpreter")
            .filter(id -> !id.isEmpty())
            .ifPresent(id -> interpreter.put(contact, id));
        checkRound(contact, asked, tables);
      }
      case "contact.offer-ended" ->
          holder
              .getOrDefault(contact, new HashSet<>())
              .remove(event.field("responder").orElseThrow());
      case "contact.connected" ->
          holder.put(contact, new HashSet<>(Set.of(event.field("responder").orElseThrow())));
      case "contact.returned", "contact.closed" -> {
        holder.remove(contact);
        interpreter.remove(contact);
      }
      default -> {}
    }
  }

  /// Nobody twice, no more than the tables say, and one alone with whoever interprets.
  private void checkRound(ContactId contact, List<String> asked, RandomTables tables) {
    var all = new HashSet<>(asked);
    if (!holder.getOrDefault(contact, Set.of()).isEmpty() || all.size() < asked.size()) {
      blame("twice", contact, String.join(" and ", asked));
    }
    if (asked.size() > tables.mostAtOnce()) {
      blame("several", contact, String.join(" and ", asked));
    }
    if (asked.size() > 1 && interpreter.containsKey(contact)) {
      blame("interpreter of several", contact, String.join(" and ", asked));
    }
    holder.put(contact, all);
  }

  private void check(ContactId contact, String responder, RandomTables tables) {
    var member = tables.members().get(responder);
    if (member == null) {
      blame("stranger", contact, responder);
      return;
    }
    var wishes = ofContact.getOrDefault(contact, Contact.Wishes.NONE);
    if (!isWished(wishes, member)) {
      blame("gender", contact, responder);
    }
    if (isAvoided(wishes, responder, member)) {
      blame("exclusion", contact, responder);
    }
    if (interpreter.containsValue(responder)) {
      blame("interpreter (busy interpreting)", contact, responder);
    }
    if (wishes.minor()
        && !tables.minorsNeed().entrySet().stream()
            .allMatch(need -> member.skills().getOrDefault(need.getKey(), 0) >= need.getValue())) {
      blame("minor", contact, responder);
    }
    checkCapacity(contact, responder, member);
  }

  private static boolean isWished(Contact.Wishes wishes, Member member) {
    return wishes.genders().isEmpty()
        || wishes.genders().stream()
            .anyMatch(wish -> wish.name().toLowerCase(Locale.ROOT).equals(member.gender()));
  }

  private static boolean isAvoided(Contact.Wishes wishes, String id, Member member) {
    return wishes.avoided().responders().contains(new ResponderId(id))
        || wishes.avoided().communities().stream().anyMatch(member.communities()::contains);
  }

  /// Who interprets hears all: nobody else, for nobody else, in her language, and nobody she avoids
  /// or did not wish for. The table does not say of what gender those called in are.
  private void checkInterpreter(
      ContactId contact, String responder, String id, RandomTables tables) {
    var colleague = tables.members().get(id);
    var member = colleague == null ? tables.interpreters().get(id) : colleague;
    var wishes = ofContact.getOrDefault(contact, Contact.Wishes.NONE);
    if (member == null
        || id.equals(responder)
        || interpreter.containsValue(id)
        || !member.languages().containsKey(line.contact(contact).understanding().language())
        || isAvoided(wishes, id, member)
        || (colleague != null && !isWished(wishes, member))) {
      blame("interpreter " + id, contact, responder);
    }
  }

  private void checkCapacity(ContactId contact, String responder, Member member) {
    var channel = facts(contact).channel();
    Map<Channel, Long> held =
        holder.entrySet().stream()
            .filter(one -> one.getValue().contains(responder))
            .collect(
                Collectors.groupingBy(one -> facts(one.getKey()).channel(), Collectors.counting()));
    long calls = held.getOrDefault(Channel.VOICE, 0L);
    long texts = held.values().stream().mapToLong(Long::longValue).sum() - calls;
    if (held.getOrDefault(channel, 0L) >= member.capacity().getOrDefault(channel, 0)
        || (channel == Channel.VOICE ? texts > 0 : calls > 0)) {
      blame("capacity", contact, responder);
    }
  }

  /// What never changes: whose it is, and by which channel.
  private Contact facts(ContactId contact) {
    return facts.computeIfAbsent(contact, line::contact);
  }

  private void blame(String what, ContactId contact, String responder) {
    violations.add(what + ": " + contact + " was offered to " + responder);
  }
}
