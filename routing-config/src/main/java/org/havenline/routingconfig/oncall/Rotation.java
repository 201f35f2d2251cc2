package org.havenline.routingconfig.oncall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.havenline.routingconfig.shift.Absences;
import org.havenline.routingconfig.shift.WallClock;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Times;
import org.havenline.routingconfig.yaml.Value;

/// People who are on call one after the other. Who is away is passed over: the next of the list who
/// is not away is on call instead, and the order of the turns stays.
///
/// @param at the hour of every hand-over
/// @param from day of the first hand-over, to the first of the list; nobody is on call before
public record Rotation(
    HandOver handOver,
    LocalTime at,
    ZoneId timeZone,
    LocalDate from,
    List<Callee> people,
    List<StandIn> standIns) {

  /// How often the turn goes to the next.
  public enum HandOver {
    DAILY(1),
    /// on the day of the week of the first hand-over
    WEEKLY(7);

    private final int days;

    HandOver(int days) {
      this.days = days;
    }
  }

  static Rotation read(Fields fields) {
    var people = fields.required("people").map(Value::list);
    people
        .filter(List::isEmpty)
        .ifPresent(_ -> fields.at().fault("nobody takes turns here", "Name people or numbers"));
    return new Rotation(
        fields
            .required("hand-over")
            .flatMap(often -> often.word(HandOver.class))
            .orElse(HandOver.WEEKLY),
        fields.required("at").map(Times::time).orElse(LocalTime.MIDNIGHT),
        fields.required("time-zone").map(Times::zone).orElse(ZoneOffset.UTC),
        fields.required("from").map(Times::date).orElse(LocalDate.EPOCH),
        people.orElse(List.of()).stream().map(Callee::read).toList(),
        fields
            .optional("stand-ins")
            .map(list -> Fields.each(list, StandIn::read))
            .orElse(List.of()));
  }

  /// Nobody before the first hand-over, and when everyone is away.
  public Optional<Callee> onCall(Instant now, Absences absences) {
    return Stream.concat(
            standIns.stream().filter(one -> one.covers(now, timeZone)).map(StandIn::who),
            inTurn(turn(now)))
        .filter(one -> there(one, now, absences))
        .findFirst();
  }

  /// Everyone, beginning with whose turn it is.
  private Stream<Callee> inTurn(long turn) {
    return turn < 0
        ? Stream.empty()
        : LongStream.range(turn, turn + people.size())
            .mapToObj(next -> people.get((int) (next % people.size())));
  }

  private boolean there(Callee one, Instant now, Absences absences) {
    return !(one instanceof Callee.Person(var id)) || !absences.away(id, now, timeZone);
  }

  /// Which hand-over was the last, counted from 0; negative before the first.
  private long turn(Instant now) {
    long days = ChronoUnit.DAYS.between(from, now.atZone(timeZone).toLocalDate());
    long turn = Math.floorDiv(days, handOver.days) + 1L;
    while (handOver(turn).isAfter(now)) {
      turn--;
    }
    return turn;
  }

  private Instant handOver(long turn) {
    return WallClock.first(from.plusDays(turn * handOver.days).atTime(at), timeZone);
  }

  /// Every hand-over after a moment and before another.
  public Stream<Instant> handOvers(Instant since, Instant before) {
    return Stream.iterate(turn(since) + 1, turn -> turn + 1)
        .map(this::handOver)
        .takeWhile(before::isAfter)
        .filter(since::isBefore);
  }

  /// Every other moment at which somebody else may be on call: stand-ins and absences begin and
  /// end.
  public Stream<Instant> exceptions(Absences absences) {
    var replaced =
        standIns.stream().flatMap(one -> Stream.of(one.begins(timeZone), one.ends(timeZone)));
    var away =
        Stream.concat(people.stream(), standIns.stream().map(StandIn::who))
            .distinct()
            .flatMap(one ->
                one instanceof Callee.Person(var id) ? absences.of(id).stream() : Stream.empty())
            .flatMap(one -> Stream.of(one.begins(timeZone), one.ends(timeZone)));
    return Stream.concat(replaced, away);
  }

  @Override
  public String toString() {
    return "Rotation[" + handOver + ", " + people.size() + "]";
  }
}
