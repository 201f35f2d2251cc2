package org.havenline.roster;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.oncall.Callee;
import org.havenline.routingconfig.shift.Shift;
import org.havenline.routingconfig.staff.Responder;

/// Names for ids, as staff read them. A number has none and is never shown.
record Names(RoutingTables tables) {
  static final String NOBODY = "nobody";

  String of(String responder) {
    return plain(tables.responder(responder).map(Responder::name).orElse(responder));
  }

  String of(List<String> responders) {
    return together(responders.stream().map(this::of));
  }

  /// Numbers last and only counted.
  String ofAll(List<Callee> callees) {
    var people =
        callees.stream()
            .filter(Callee.Person.class::isInstance)
            .map(Callee.Person.class::cast)
            .map(person -> of(person.responder()));
    long numbers = callees.stream().filter(Callee.Phone.class::isInstance).count();
    return together(
        Stream.concat(
            people,
            numbers == 0
                ? Stream.empty()
                : Stream.of(numbers == 1 ? "a number" : numbers + " numbers")));
  }

  private static String together(Stream<String> names) {
    var all = names.collect(Collectors.joining(", "));
    return all.isEmpty() ? NOBODY : all;
  }

  String ofShift(String id) {
    return plain(
        tables.roster().shifts().stream()
            .filter(shift -> shift.id().equals(id))
            .map(Shift::name)
            .findFirst()
            .orElse(id));
  }

  /// A table may hold what a terminal would obey.
  private static String plain(String name) {
    return name.replaceAll("\\p{Cntrl}", " ");
  }
}
