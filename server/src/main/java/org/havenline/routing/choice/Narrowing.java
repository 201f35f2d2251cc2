package org.havenline.routing.choice;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.contact.ResponderId;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Matching;
import org.havenline.routing.RoutingPlan;
import org.havenline.routing.RoutingPlan.Choices;
import org.havenline.routing.WaitingContact;
import org.havenline.routingconfig.choice.Choice;
import org.havenline.routingconfig.choice.Order;
import org.havenline.routingconfig.condition.Attributes;
import org.havenline.routingconfig.condition.Condition;
import org.havenline.routingconfig.condition.Condition.Answer;

/// Leaves alone with a contact whomever the choice in force does not allow to be asked about it
/// now; the matching does the rest. Pure.
///
/// A choice that is passed over gives way to the next as long as its reason lasts: it is asked anew
/// at every look, not once.
public final class Narrowing {
  /// Of a responder, besides her own attributes: conversations and offers she has now.
  private static final String LOAD = "load";

  private final RoutingPlan plan;
  private final Map<ResponderId, Map<String, Object>> attributes;
  private final List<FreeResponder> onDuty;
  private final Instant now;

  /// @param attributes of responders, as the table has them
  /// @param onDuty all of them, busy or not
  public Narrowing(
      RoutingPlan plan,
      Map<ResponderId, Map<String, Object>> attributes,
      List<FreeResponder> onDuty,
      Instant now) {
    this.plan = plan;
    this.attributes = Map.copyOf(attributes);
    this.onDuty = List.copyOf(onDuty);
    this.now = now;
  }

  /// The contact, left alone by those who may not be asked about it now.
  public WaitingContact of(WaitingContact contact) {
    var choices = plan.choices(contact.decision(), contact.step());
    if (choices.all().stream().allMatch(Choice.ANYONE::equals)) {
      return contact;
    }
    var asked = plan.attributes(contact.triage(), contact.arrived());
    var choice = inForce(choices, contact, asked);
    var allowed =
        onDuty.stream()
            .filter(one -> allows(choice, one, asked))
            .map(FreeResponder::id)
            .collect(Collectors.toSet());
    first(choice, contact, allowed).ifPresent(allowed::retainAll);
    var alone = new HashSet<>(contact.resting());
    onDuty.stream().map(FreeResponder::id).filter(id -> !allowed.contains(id)).forEach(alone::add);
    return contact.leavingAlone(alone);
  }

  private Choice inForce(Choices choices, WaitingContact contact, Attributes asked) {
    int at = choices.current();
    while (at + 1 < choices.all().size() && isPassedOver(choices.all().get(at), contact, asked)) {
      at++;
    }
    return choices.all().get(at);
  }

  private boolean isPassedOver(Choice choice, WaitingContact contact, Attributes asked) {
    return switch (choice.skip()) {
      case NEVER -> false;
      case NOBODY_ON_DUTY -> onDuty.stream().noneMatch(one -> holds(choice.group(), one, asked));
      case NOBODY_FREE ->
          onDuty.stream().noneMatch(one -> allows(choice, one, asked) && mayAsk(contact, one));
    };
  }

  /// Those who are first by the order of the choice, of all who could be asked now.
  private Optional<Set<ResponderId>> first(
      Choice choice, WaitingContact contact, Set<ResponderId> allowed) {
    var order =
        choice.first().stream()
            .map(Order::comparator)
            .reduce(Comparator::thenComparing)
            .map(by -> Comparator.comparing((FreeResponder one) -> of(one), by));
    return order.flatMap(by -> {
      var able =
          onDuty.stream()
              .filter(one -> allowed.contains(one.id()) && mayAsk(contact, one))
              .sorted(by)
              .toList();
      return able.isEmpty() ? Optional.empty() : Optional.of(best(able, by, contact));
    });
  }

  /// As many as are asked at once, the best of them in front; of those who are equal at the end of
  /// these the matching chooses. When all of them are equal it chooses later, as things stand then.
  private Set<ResponderId> best(
      List<FreeResponder> able, Comparator<FreeResponder> by, WaitingContact contact) {
    var last = able.get(Math.min(contact.ask(), able.size()) - 1);
    var best = ids(able.stream().filter(one -> by.compare(one, last) < 0));
    var equal = able.stream().filter(one -> by.compare(one, last) == 0).toList();
    if (best.isEmpty()) {
      return ids(equal.stream());
    }
    Matching.proposeAll(List.of(contact.asking(contact.ask() - best.size())), equal, now)
        .forEach(proposal -> best.add(proposal.responder()));
    return best;
  }

  private static Set<ResponderId> ids(Stream<FreeResponder> some) {
    return some.map(FreeResponder::id).collect(Collectors.toCollection(HashSet::new));
  }

  private boolean mayAsk(WaitingContact contact, FreeResponder one) {
    return Matching.propose(List.of(contact), List.of(one), now).isPresent();
  }

  private boolean allows(Choice choice, FreeResponder one, Attributes asked) {
    return holds(choice.group(), one, asked) && holds(choice.who(), one, asked);
  }

  private boolean holds(Optional<Condition> condition, FreeResponder one, Attributes asked) {
    return condition.map(it -> it.ask(asked, of(one)) == Answer.YES).orElse(true);
  }

  private Map<String, Object> of(FreeResponder one) {
    var all = new HashMap<>(attributes.getOrDefault(one.id(), Map.of()));
    all.put(LOAD, (double) one.load());
    return all;
  }
}
