package org.havenline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.search.Made;
import org.havenline.referral.search.ServiceSearch;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.What;
import org.havenline.referral.search.find.Doors;
import org.havenline.referral.search.find.Filters.Leniency;
import org.havenline.referral.search.find.Finder;
import org.havenline.referral.search.index.ServiceIndex;
import org.havenline.referral.search.index.Snapshot;
import org.havenline.referral.search.text.Concepts;
import org.havenline.referral.search.text.Fields;

/// A directory of 100,000 services searched in turn by us and by bare Lucene: the same clauses, the
/// same index, one thread; Lucene sorts by distance where a place is given, else by score, and
/// nothing more. No search is asked twice, but for those of the line about memory.
public final class SearchFigures {
  private static final int ROUNDS = Integer.getInteger("rounds", 12);
  private static final int BATCH = 500;
  private static final int UPDATES = 300;
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene.internal");

  private final SearchMix mix = new SearchMix();
  private final SplittableRandom dice = new SplittableRandom(2);
  private boolean kept = true;

  public static void main(String[] arguments) throws Exception {
    LUCENE.setLevel(Level.OFF);
    System.exit(new SearchFigures().run() ? 0 : 1);
  }

  private boolean run() throws Exception {
    Path folder = Files.createTempDirectory("havenline-search");
    long before = heap();
    long start = Stopwatch.nanos();
    try (ServiceIndex index = ServiceIndex.open(folder, SearchMix.source())) {
      say("index", Stopwatch.seconds(start), "s", 60, true);
      ServiceSearch search = new ServiceSearch(index, Concepts.NONE, System::nanoTime);
      compare(index, search);
      updates(index, search);
      say("heap", (heap() - before) / 1e6, "MB", 200, true);
    }
    return kept;
  }

  private void compare(ServiceIndex index, ServiceSearch search) throws IOException {
    double ours = 0;
    double bare = 0;
    List<Double> times = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Search> batch = mix.searches(BATCH);
      double[] each = new double[BATCH];
      double own = timed(batch, one -> search.find(one), each);
      double lucene;
      try (Snapshot.Lease lease = index.lease()) {
        lucene = timed(batch, one -> bare(one, lease.snapshot()), new double[BATCH]);
      }
      // the first rounds teach the machine
      if (round >= ROUNDS / 3) {
        ours += own;
        bare += lucene;
        Arrays.stream(each).forEach(times::add);
      }
    }
    say("× bare Lucene", bare / ours, "×", 0.6, false);
    times.sort(null);
    say("p50", times.get(times.size() / 2), "ms", 10, true);
    say("p99", times.get(times.size() * 99 / 100), "ms", 10, true);
    repeated(search);
  }

  /// A responder's panel asks the same again and again while she talks.
  private void repeated(ServiceSearch search) throws IOException {
    List<Search> few = mix.searches(50);
    List<Search> many = new ArrayList<>();
    for (int at = 0; at < BATCH; at++) {
      many.add(few.get(dice.nextInt(few.size())));
    }
    double seconds = timed(many, one -> search.find(one), new double[BATCH]);
    say("repeated, a second", BATCH / seconds, "", 0, false);
  }

  private void updates(ServiceIndex index, ServiceSearch search) throws Exception {
    double[] times = new double[UPDATES];
    for (int at = 0; at < UPDATES; at++) {
      ServiceAtLocation changed =
          Made.service("s" + dice.nextInt(SearchMix.SERVICES)).by("changed" + at).made();
      Search asked = Search.all(Viewer.PERSON, Made.NOW).with(What.words("changed" + at));
      long start = Stopwatch.nanos();
      index.await(index.replace(changed.service(), List.of(changed)));
      if (!(search.find(asked) instanceof Found.Some)) {
        throw new IllegalStateException("not seen");
      }
      times[at] = Stopwatch.seconds(start) * 1_000;
    }
    Arrays.sort(times);
    say("update seen, p99", times[UPDATES * 99 / 100], "ms", 100, true);
  }

  private interface Asked {
    Object of(Search search) throws IOException;
  }

  private static double timed(List<Search> batch, Asked asked, double[] millis) throws IOException {
    long start = Stopwatch.nanos();
    for (int at = 0; at < batch.size(); at++) {
      long one = Stopwatch.nanos();
      asked.of(batch.get(at));
      millis[at] = Stopwatch.seconds(one) * 1_000;
    }
    return Stopwatch.seconds(start);
  }

  private final Doors doors = new Doors();

  private Object bare(Search search, Snapshot snapshot) throws IOException {
    IndexSearcher searcher = new IndexSearcher(snapshot.getIndexReader());
    Query query = new Finder(snapshot, searcher, doors, Concepts.NONE).query(search, Leniency.NONE);
    if (search.where().near().isEmpty()) {
      return searcher.search(query, search.limit());
    }
    var centre = search.where().near().get().centre();
    Sort nearest =
        new Sort(
            LatLonDocValuesField.newDistanceSort(
                Fields.SPOT, centre.latitude(), centre.longitude()));
    return searcher.search(query, search.limit(), nearest);
  }

  private void say(String what, double seen, String unit, double promised, boolean atMost) {
    boolean good = atMost ? seen <= promised : seen >= promised;
    kept &= good;
    System.out.printf(
        Locale.ROOT,
        "%-20s %10.2f %-3s %s %6.1f  %s%n",
        what,
        seen,
        unit,
        atMost ? "≤" : "≥",
        promised,
        good ? "kept" : "MISSED");
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
