package org.havenline.rehearsal.report;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.havenline.rehearsal.play.Fate;
import org.havenline.rehearsal.play.Played;
import org.havenline.rehearsal.scenario.Scenario;
import org.havenline.routingconfig.RiskLevel;

/// What one table led to.
///
/// @param table `live` or `draft`
/// @param byLanguage the most frequent first
/// @param waitingByHour how many waited at once, at most
/// @param pages how often people on call were texted
/// @param load in Erlang: how many responders the contacts kept busy, on average
/// @param onDuty how many were there, on average
/// @param formula share that would have to wait if all were alike and came evenly (Erlang C), 0 to
///   1: a yardstick, not a forecast
public record Side(
    String table,
    Waits all,
    List<Waits> byRisk,
    List<Waits> byLanguage,
    List<Worked> responders,
    List<Integer> waitingByHour,
    int pages,
    double load,
    double onDuty,
    double formula) {

  static Side of(String table, Scenario scenario, Played played) {
    var fates = played.fates();
    double hours = Duration.between(scenario.begin(), scenario.end()).toMillis() / 3_600_000.0;
    double load = played.handled().toMillis() / 3_600_000.0 / hours;
    double onDuty =
        played.work().stream().mapToDouble(work -> work.onShift().toMillis()).sum()
            / 3_600_000.0
            / hours;
    int whole = (int) Math.round(onDuty);
    return new Side(
        table,
        Waits.of("all", fates, scenario.within()),
        groups(fates, one -> one.arrival().triage().risk().name(), scenario).stream()
            .sorted(Comparator.comparing(waits -> RiskLevel.valueOf(waits.group())))
            .toList(),
        groups(fates, one -> one.arrival().triage().language(), scenario),
        played.work().stream().map(work -> worked(work, fates)).toList(),
        played.waitingByHour(),
        fates.stream().mapToInt(Fate::pages).sum(),
        load,
        onDuty,
        whole < 1 ? 1 : new ErlangC(load, whole).waits());
  }

  private static List<Waits> groups(
      List<Fate> fates, Function<Fate, String> by, Scenario scenario) {
    return fates.stream().collect(Collectors.groupingBy(by)).entrySet().stream()
        .map(group -> Waits.of(group.getKey(), group.getValue(), scenario.within()))
        .sorted(Comparator.comparingInt(Waits::contacts).reversed().thenComparing(Waits::group))
        .toList();
  }

  private static Worked worked(Played.Work work, List<Fate> fates) {
    var served =
        fates.stream().filter(one -> one.by().map(work.who()::equals).orElse(false)).toList();
    return new Worked(
        work.who().value(),
        work.name(),
        served.size(),
        work.onShift().toMillis() / 3_600_000.0,
        Waits.share((double) work.occupied().toMillis(), (double) work.onShift().toMillis()),
        served.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.arrival().triage().language(),
                    TreeMap::new,
                    Collectors.counting())));
  }
}
