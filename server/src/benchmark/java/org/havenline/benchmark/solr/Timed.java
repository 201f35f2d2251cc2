package org.havenline.benchmark.solr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.havenline.benchmark.Stopwatch;
import org.havenline.benchmark.solr.Engine.Seen;
import org.havenline.referral.search.ask.Search;

/// An engine, how long it has searched, and what it answered last.
final class Timed {
  private final Engine engine;
  private double seconds;
  private List<Object> answers = List.of();

  Timed(Engine engine) {
    this.engine = engine;
  }

  /// Asks both the same; who begins changes from turn to turn.
  ///
  /// @param counts whether the time is counted; not while the machine learns
  static void both(List<Timed> sides, int turn, List<Search> searches, boolean counts) {
    sides.get(turn % 2).ask(searches, counts);
    sides.get(1 - turn % 2).ask(searches, counts);
  }

  private void ask(List<Search> searches, boolean counts) {
    List<Supplier<Object>> ready = searches.stream().map(engine::ready).toList();
    List<Object> all = new ArrayList<>(ready.size());
    long start = Stopwatch.nanos();
    for (Supplier<Object> one : ready) {
      all.add(one.get());
    }
    seconds += counts ? Stopwatch.seconds(start) : 0;
    answers = all;
  }

  double seconds() {
    return seconds;
  }

  /// @param at of the last searches
  Object answer(int at) {
    return answers.get(at);
  }

  Seen seen(int at) {
    return engine.read(answers.get(at));
  }
}
