package org.havenline.rehearsal.play;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.rehearsal.arrivals.Arrival;
import org.havenline.rehearsal.scenario.Length;
import org.havenline.rehearsal.scenario.Scenario;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Proposal;
import org.havenline.routing.RoutingPlan;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.plan.Step;
import org.havenline.routingconfig.staff.Role;

/// One table, rehearsed: the server's own decision and matching on a virtual clock, from event to
/// event. It does what dispatcher, offers and timers of the server do.
///
/// Whatever changes is either a contact or a responder, and everybody else was matched before: so a
/// changed contact is matched with all who are free, and a changed responder with all who wait. The
/// proposals are those of matching everybody anew.
public final class Rehearsal {
  /// As the dispatcher: who declined a contact is left alone with it for so long.
  private static final Duration REST = Duration.ofSeconds(30);

  private static final int PAGE = 200;
  private static final int LOOKS_AT_CLOCK = 1024;

  private final Scenario scenario;
  private final RoutingPlan plan;
  private final Matcher matcher;
  private final Agenda agenda;
  private final Tide tide;
  private final Map<ContactId, Call> calls = new LinkedHashMap<>();
  private final Map<ResponderId, Member> crew = new HashMap<>();
  private final NavigableSet<Call> waiting =
      new TreeSet<>(Comparator.comparingLong(Call::place).thenComparingInt(call -> call.number));
  private Duration handled = Duration.ZERO;

  /// A rehearsal took longer than its caller wanted to wait.
  public static final class TookTooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Rehearsal(RoutingTables tables, Scenario scenario, Matcher matcher) {
    this.scenario = scenario;
    this.plan = RoutingPlan.of(tables, scenario.line());
    this.matcher = matcher;
    this.agenda = new Agenda(scenario.begin());
    this.tide = new Tide(scenario.begin(), scenario.end());
  }

  /// Plays a scenario to its end, and a day beyond for those who still wait.
  ///
  /// @param overdue asked now and then; a `true` ends it
  /// @throws TookTooLong when overdue
  public static Played play(
      RoutingTables tables, Scenario scenario, Matcher matcher, BooleanSupplier overdue) {
    var rehearsal = new Rehearsal(tables, scenario, matcher);
    rehearsal.note(tables, scenario.arrivals());
    return rehearsal.run(overdue);
  }

  private void note(RoutingTables tables, List<Arrival> arrivals) {
    for (var described : tables.responders()) {
      if (described.roles().contains(Role.RESPONDER)) {
        var member = new Member(described, scenario.begin(), scenario.end());
        crew.put(member.id(), member);
        for (var window : scenario.onDuty(member.id())) {
          agenda.at(window.from(), () -> comesOn(member));
          agenda.at(window.until(), () -> member.onDuty(false, agenda.now()));
        }
      }
    }
    for (int i = 0; i < arrivals.size(); i++) {
      int number = i;
      agenda.at(arrivals.get(i).at(), () -> arrives(new Call(number, arrivals.get(number), plan)));
    }
  }

  private Played run(BooleanSupplier overdue) {
    var end = scenario.end().plus(Length.MOST);
    for (int i = 1; agenda.next(end); i++) {
      if (i % LOOKS_AT_CLOCK == 0 && overdue.getAsBoolean()) {
        throw new TookTooLong();
      }
    }
    tide.now(end, waiting.size());
    return new Played(
        calls.values().stream().map(Call::fate).toList(),
        crew.values().stream()
            .map(member -> member.work(end))
            .sorted(Comparator.comparing(work -> work.who().value()))
            .toList(),
        handled,
        tide.byHour());
  }

  private void comesOn(Member member) {
    member.onDuty(true, agenda.now());
    match(member);
  }

  private void arrives(Call call) {
    calls.put(call.id(), call);
    queue(call);
    // drawn before anything a table decides, so that all tables meet the same person
    var triage = call.arrival.triage();
    scenario.handling().of(triage).ifPresent(length -> call.handling = length.draw(call.luck));
    scenario
        .patience()
        .of(triage)
        .ifPresent(length -> agenda.after(length.draw(call.luck), () -> givesUp(call)));
    noteStep(call);
    match(call);
  }

  private void noteStep(Call call) {
    var steps = call.waiting().decision().steps();
    if (call.step() < steps.size()) {
      agenda.at(steps.get(call.step()).due(), () -> step(call));
    }
  }

  private void step(Call call) {
    if (call.state == Call.State.WAITING || call.state == Call.State.OFFERED) {
      var does = call.waiting().decision().steps().get(call.step()).does();
      boolean relaxes = does instanceof Step.Offer;
      call.stepped(does instanceof Step.Page, relaxes);
      noteStep(call);
      if (relaxes && call.state == Call.State.WAITING) {
        match(call);
      }
    }
  }

  private void match(Call call) {
    if (call.state == Call.State.WAITING) {
      var free = crew.values().stream().flatMap(member -> member.free().stream()).toList();
      if (!free.isEmpty()) {
        offer(List.of(call), free);
      }
    }
  }

  /// Page by page as the dispatcher, until there is nothing left of her.
  private void match(Member member) {
    NavigableSet<Call> left = waiting;
    while (!left.isEmpty() && member.free().isPresent()) {
      var page = left.stream().limit(PAGE).toList();
      left = waiting.tailSet(page.getLast(), false);
      offer(page, member.free().stream().toList());
    }
  }

  private void offer(List<Call> inOrder, List<FreeResponder> free) {
    matcher.propose(inOrder.stream().map(Call::waiting).toList(), free, agenda.now()).stream()
        .collect(Collectors.groupingBy(Proposal::contact, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(this::ask);
  }

  /// @param proposals about one contact, at the same moment
  private void ask(List<Proposal> proposals) {
    var call = calls.get(proposals.getFirst().contact());
    if (call == null || call.state != Call.State.WAITING) {
      return;
    }
    var members =
        proposals.stream()
            .flatMap(proposal -> Optional.ofNullable(crew.get(proposal.responder())).stream())
            .filter(member -> member.freeOn(channel(call)))
            .toList();
    if (members.isEmpty()) {
      return;
    }
    waiting.remove(call);
    tide.now(agenda.now(), waiting.size());
    int epoch = call.offered(members);
    for (var member : members) {
      member.takes(channel(call), agenda.now());
      react(call, epoch, member, proposals.getFirst().timeout());
    }
  }

  private void react(Call call, int epoch, Member member, Duration timeout) {
    var reaction = scenario.staffing().reaction().draw(call.luck);
    boolean declines = call.luck.nextDouble() < scenario.staffing().declines();
    if (reaction.compareTo(timeout) >= 0) {
      agenda.after(timeout, () -> expires(call, epoch, member));
    } else {
      agenda.after(
          reaction,
          () -> {
            if (declines) {
              declines(call, epoch, member);
            } else {
              takes(call, epoch, member);
            }
          });
    }
  }

  private void takes(Call call, int epoch, Member member) {
    if (asks(call, epoch, member)) {
      var others = call.taken(member, agenda.now());
      handled = handled.plus(call.handling);
      agenda.after(call.handling, () -> gives(call, member));
      spare(call, others);
    }
  }

  private void declines(Call call, int epoch, Member member) {
    if (asks(call, epoch, member)) {
      returns(call, member);
      gives(call, member);
    }
  }

  private void expires(Call call, int epoch, Member member) {
    if (asks(call, epoch, member)) {
      member.away(true, agenda.now());
      agenda.after(scenario.staffing().comesBack(), () -> comesBack(member));
      returns(call, member);
      gives(call, member);
    }
  }

  private static boolean asks(Call call, int epoch, Member member) {
    return call.epoch == epoch && call.asks(member);
  }

  private void returns(Call call, Member member) {
    if (call.returned(member)) {
      queue(call);
      int epoch = call.epoch;
      agenda.after(REST, () -> rested(call, epoch));
      match(call);
    }
  }

  private void spare(Call call, List<Member> members) {
    for (var member : members) {
      member.isSpared(channel(call), agenda.now());
      match(member);
    }
  }

  private void rested(Call call, int epoch) {
    if (call.epoch == epoch && call.state == Call.State.WAITING) {
      call.rested();
      match(call);
    }
  }

  private void comesBack(Member member) {
    member.away(false, agenda.now());
    match(member);
  }

  private void gives(Call call, Member member) {
    member.gives(channel(call), agenda.now());
    match(member);
  }

  private void givesUp(Call call) {
    if (call.state == Call.State.WAITING) {
      waiting.remove(call);
      tide.now(agenda.now(), waiting.size());
      call.gone();
    } else if (call.state == Call.State.OFFERED) {
      call.gone().forEach(asked -> gives(call, asked));
    }
  }

  private void queue(Call call) {
    waiting.add(call);
    tide.now(agenda.now(), waiting.size());
  }

  private static Channel channel(Call call) {
    return call.arrival.triage().channel();
  }
}
