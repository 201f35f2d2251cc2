package org.havenline.queue;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Requirement;
import org.havenline.routing.Triage;
import org.havenline.routing.interpreter.Interpreter;
import org.havenline.routing.interpreter.Interpreters;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.staff.Responder;

/// Who is there at this moment: to answer, and to interpret. Whoever interprets is asked nothing
/// else meanwhile.
public final class OnHand {
  private final Board board;

  public OnHand(Board board) {
    this.board = board;
  }

  /// Responders on duty, busy or not. Someone who is no longer in the table is not asked.
  public List<FreeResponder> all(Tables tables, Instant now) {
    var welfare = tables.plan().care().welfare();
    return board.onDuty(now, welfare.limits()).stream()
        .flatMap(one ->
            Optional.ofNullable(tables.staff().get(one.id())).stream()
                .map(described ->
                    FreeResponder.of(
                        reachable(described),
                        one.busy(),
                        one.idleSince(),
                        one.strain(),
                        welfare,
                        now)))
        .toList();
  }

  /// Without a telephone nobody is asked about calls.
  private static Responder reachable(Responder described) {
    if (described.phone().isPresent() || !described.capacity().containsKey(Channel.VOICE)) {
      return described;
    }
    var capacity = new EnumMap<>(described.capacity());
    capacity.remove(Channel.VOICE);
    return described.able(capacity);
  }

  /// Those of them who can take something.
  public static List<FreeResponder> free(List<FreeResponder> onDuty, Set<String> interpreting) {
    return onDuty.stream()
        .filter(one -> !interpreting.contains(one.id().value()))
        .filter(FreeResponder::anyLeft)
        .toList();
  }

  /// In which they can.
  static Set<Channel> channels(List<FreeResponder> free) {
    return free.stream()
        .flatMap(one -> one.free().entrySet().stream())
        .filter(left -> left.getValue() > 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /// Ids of those who interpret for somebody now.
  public Set<String> interpreting() {
    return board.interpreting();
  }

  /// Colleagues who are free come first, since they are there; then who may be called in.
  public Interpreters interpreters(
      RoutingTables whole, List<FreeResponder> free, Set<String> interpreting, Instant now) {
    var colleagues =
        free.stream()
            .flatMap(one ->
                whole.responder(one.id().value()).stream()
                    .map(described ->
                        new Interpreter(
                            described.id(),
                            described.name(),
                            one.languages(),
                            one.communities(),
                            Optional.of(one))));
    var calledIn =
        whole.interpreters().stream()
            .filter(one -> one.hours().contain(now) && !interpreting.contains(one.id()))
            .map(one ->
                new Interpreter(
                    one.id(), one.name(), one.languages(), one.communities(), Optional.empty()));
    return new Interpreters(Stream.concat(colleagues, calledIn).toList());
  }

  /// Whether somebody on duty, busy or not, may answer.
  public boolean mayAnswer(Tables tables, Triage triage, Requirement requirement, Instant now) {
    return mayAnswer(all(tables, now), triage, requirement);
  }

  /// Whether somebody of these may answer.
  public static boolean mayAnswer(
      List<FreeResponder> onDuty, Triage triage, Requirement requirement) {
    return onDuty.stream().anyMatch(one -> requirement.metBy(one) && !triage.avoids(one));
  }
}
