package org.havenline.routingconfig.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.havenline.routingconfig.oncall.OnCall;
import org.havenline.routingconfig.shift.Absence;
import org.havenline.routingconfig.shift.Absences;
import org.havenline.routingconfig.shift.Attendance;
import org.havenline.routingconfig.shift.Group;
import org.havenline.routingconfig.shift.Shift;
import org.havenline.routingconfig.shift.Swap;
import org.havenline.routingconfig.staff.Responder;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Ledger;
import org.havenline.routingconfig.yaml.Value;

/// Reads shifts, groups, swaps, absences and on-call entries of any number of files.
public final class RosterReader {
  private final Ledger ledger;
  private final List<Placed<Shift>> shifts = new ArrayList<>();
  private final List<Placed<Group>> groups = new ArrayList<>();
  private final List<Placed<Swap>> swaps = new ArrayList<>();
  private final List<Placed<Absence>> absences = new ArrayList<>();
  private final List<Placed<OnCall>> onCall = new ArrayList<>();

  /// Something read, and where it stands.
  record Placed<T>(T one, Value at) {}

  public RosterReader(Ledger ledger) {
    this.ledger = ledger;
  }

  public void read(Fields top) {
    each(top, "shifts", shifts, Shift::read);
    each(top, "groups", groups, Group::read);
    each(top, "swaps", swaps, Swap::read);
    each(top, "absences", absences, Absence::read);
    each(top, "on-call", onCall, OnCall::read);
  }

  private static <T> void each(
      Fields top, String key, List<Placed<T>> into, Function<Fields, T> read) {
    top.optional(key)
        .ifPresent(list ->
            into.addAll(
                Fields.each(list, fields -> new Placed<>(read.apply(fields), fields.at()))));
  }

  /// Puts all together, and notes what contradicts itself whatever the time.
  public Roster close(List<Responder> staff) {
    var away = Absences.of(plain(absences));
    new RosterChecks(staff, plain(shifts), away).check(shifts, groups, swaps, onCall);
    return new Roster(
        plain(shifts),
        Attendance.of(plain(groups), plain(swaps), away),
        plain(onCall),
        staff.stream()
            .filter(one -> one.number().isPresent())
            .collect(
                Collectors.toUnmodifiableMap(
                    Responder::id, one -> one.number().orElseThrow(), (first, _) -> first)),
        ledger.places("shift", "on-call"));
  }

  private static <T> List<T> plain(List<Placed<T>> all) {
    return all.stream().map(Placed::one).toList();
  }
}
