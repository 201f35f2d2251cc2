package org.havenline.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Requirement;
import org.havenline.routing.interpreter.Interpreter;
import org.havenline.routing.interpreter.Interpreters;
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
  List<FreeResponder> all(Tables tables, Instant now) {
    return board.onDuty(now).stream()
        .flatMap(one ->
            Optional.ofNullable(tables.staff().get(one.id()))
                .map(described -> FreeResponder.of(described, one.busy(), one.idleSince()))
                .stream())
        .toList();
  }

  /// Those of them who can take something.
  static List<FreeResponder> free(List<FreeResponder> onDuty, Set<String> interpreting) {
    return onDuty.stream()
        .filter(one -> !interpreting.contains(one.id().value()))
        .filter(one -> one.free().values().stream().anyMatch(left -> left > 0))
        .toList();
  }

  /// Ids of those who interpret for somebody now.
  Set<String> interpreting() {
    return board.interpreting();
  }

  /// Colleagues who are free come first, since they are there; then who may be called in.
  Interpreters interpreters(
      RoutingTables whole, List<FreeResponder> free, Set<String> interpreting, Instant now) {
    var colleagues =
        free.stream()
            .flatMap(one -> whole.responder(one.id().value()).stream())
            .map(one -> new Interpreter(one.id(), one.name(), one.languages(), Set.of()));
    var calledIn =
        whole.interpreters().stream()
            .filter(one -> one.hours().contain(now) && !interpreting.contains(one.id()))
            .map(one -> new Interpreter(one.id(), one.name(), one.languages(), one.communities()));
    return new Interpreters(Stream.concat(colleagues, calledIn).toList());
  }

  /// Whether somebody on duty, busy or not, may answer.
  boolean mayAnswer(Tables tables, Requirement requirement, Instant now) {
    return board.onDuty(now).stream()
        .flatMap(one -> Optional.ofNullable(tables.staff().get(one.id())).stream())
        .anyMatch(one -> mayAnswer(one, requirement));
  }

  private static boolean mayAnswer(Responder one, Requirement requirement) {
    return one.skills().containsAll(requirement.skills())
        && (requirement.languages().isEmpty() || requirement.spoken(one.languages()).isPresent())
        && (requirement.wishes().isEmpty()
            || one.gender().map(requirement.wishes()::contains).orElse(false));
  }
}
