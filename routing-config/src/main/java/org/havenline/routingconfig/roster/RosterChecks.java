package org.havenline.routingconfig.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.havenline.routingconfig.oncall.Callee;
import org.havenline.routingconfig.oncall.OnCall;
import org.havenline.routingconfig.oncall.Rotation;
import org.havenline.routingconfig.oncall.StandIn;
import org.havenline.routingconfig.roster.RosterReader.Placed;
import org.havenline.routingconfig.shift.Absences;
import org.havenline.routingconfig.shift.Group;
import org.havenline.routingconfig.shift.Shift;
import org.havenline.routingconfig.shift.Swap;
import org.havenline.routingconfig.staff.Responder;
import org.havenline.routingconfig.staff.Role;
import org.havenline.routingconfig.yaml.Value;

/// What of a roster contradicts itself at any time. An id that leads nowhere is passed over here:
/// the ledger finds it.
final class RosterChecks {
  private final Map<String, Responder> staff;
  private final Map<String, Shift> shifts;
  private final Absences absences;

  RosterChecks(List<Responder> staff, List<Shift> shifts, Absences absences) {
    this.staff = byId(staff, Responder::id);
    this.shifts = byId(shifts, Shift::id);
    this.absences = absences;
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    return all.stream()
        .collect(Collectors.toUnmodifiableMap(id, Function.identity(), (first, _) -> first));
  }

  void check(
      List<Placed<Shift>> shifts,
      List<Placed<Group>> groups,
      List<Placed<Swap>> swaps,
      List<Placed<OnCall>> onCall) {
    shifts.forEach(placed -> answerContacts(placed.one().who(), placed.at()));
    groups.forEach(placed -> answerContacts(placed.one().members(), placed.at()));
    checkSwaps(swaps);
    for (var placed : onCall) {
      checkPhones(placed.one(), placed.at());
      placed.one().rotation().ifPresent(rotation -> checkStandIns(rotation, placed.at()));
    }
  }

  private void answerContacts(Collection<String> people, Value at) {
    people.stream()
        .filter(id ->
            Optional.ofNullable(staff.get(id))
                .filter(one -> !one.roles().isEmpty() && !one.roles().contains(Role.RESPONDER))
                .isPresent())
        .forEach(id ->
            at.fault(
                "'" + id + "' is on a shift but does not answer contacts",
                "Give them the role responder, or name somebody else"));
  }

  private void checkSwaps(List<Placed<Swap>> swaps) {
    var working = new HashMap<String, List<String>>();
    for (var placed : swaps) {
      var swap = placed.one();
      var shift = shifts.get(swap.shift());
      if (shift != null) {
        checkSwap(
            swap,
            shift,
            working.computeIfAbsent(
                swap.shift() + " " + swap.date(), _ -> new ArrayList<>(shift.who())),
            placed.at());
      }
    }
  }

  /// @param working who works this turn after the swaps above this one; changed by it
  private void checkSwap(Swap swap, Shift shift, List<String> working, Value at) {
    var turn = "the shift '" + swap.shift() + "' of " + swap.date();
    if (!shift.beginsOn(swap.date())) {
      at.fault(
          "there is no shift '" + swap.shift() + "' on " + swap.date(),
          "Write the day on which the shift begins, or remove the swap");
      return;
    }
    if (!working.contains(swap.out())) {
      at.fault(
          "'" + swap.out() + "' is not on " + turn,
          "On it: " + String.join(", ", working) + ". Correct 'out', or remove the swap");
    } else if (working.contains(swap.in())) {
      at.fault("'" + swap.in() + "' is on " + turn + " already", "Swap in somebody else");
    } else {
      working.replaceAll(one -> one.equals(swap.out()) ? swap.in() : one);
    }
    if (absences.away(swap.in(), swap.date())) {
      at.fault(
          "'" + swap.in() + "' is swapped into " + turn + ", but is away",
          "Swap in somebody else, or correct the absence");
    }
    answerContacts(List.of(swap.in()), at);
  }

  private void checkPhones(OnCall entry, Value at) {
    for (var callee : entry.everyone()) {
      if (callee instanceof Callee.Person(var id)
          && Optional.ofNullable(staff.get(id)).filter(one -> one.number().isEmpty()).isPresent()) {
        at.fault(
            "'" + id + "' is on call in '" + entry.id() + "' but has no phone with a number",
            "Give '" + id + "' under 'responders' a number as 'phone:', or name somebody else");
      }
    }
  }

  private void checkStandIns(Rotation rotation, Value at) {
    var inOrder = rotation.standIns().stream().sorted(Comparator.comparing(StandIn::from)).toList();
    for (int i = 1; i < inOrder.size(); i++) {
      if (inOrder.get(i).from().isBefore(inOrder.get(i - 1).until())) {
        at.fault(
            "two stand-ins are on call at once from " + inOrder.get(i).from(),
            "Let one end where the other begins");
      }
    }
    inOrder.stream()
        .filter(one -> away(one, rotation))
        .forEach(one ->
            at.fault(
                "a stand-in from " + one.from() + " is away in that time",
                "Name somebody else, or correct the absence"));
  }

  private boolean away(StandIn standIn, Rotation rotation) {
    var zone = rotation.timeZone();
    return standIn.who() instanceof Callee.Person(var id)
        && absences.of(id).stream()
            .anyMatch(absence ->
                absence.begins(zone).isBefore(standIn.ends(zone))
                    && absence.ends(zone).isAfter(standIn.begins(zone)));
  }
}
