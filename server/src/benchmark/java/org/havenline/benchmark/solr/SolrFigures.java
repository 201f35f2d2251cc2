package org.havenline.benchmark.solr;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.havenline.benchmark.SearchMix;
import org.havenline.loadtests.report.Report;
import org.havenline.referral.directory.Capacity;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.search.Made;
import org.havenline.referral.search.ask.Search;

/// The same services searched in turn by us and by embedded Solr, in one process, on one thread.
///
/// Solr has what it does best: each filter that many ask for is one of its own and remembered, as
/// are answers and documents, by the caches of its default set; one part of the index after the
/// load; no log; questions written before the clock starts. It is asked for the same words in the
/// same fields, kind, languages, standing, refusals, circles with confidential areas, and openings,
/// which were worked out for it beforehand; it ranks by words and distance as ours does. It is not
/// asked for what it does not have or what would have to be built on it, and ours does it within
/// its time: hours by rule, rank by hours, places, language and freshness, a closer look at the
/// best hundred, exact names, reasons for each result, and where there is none, why and what there
/// is instead. Embedded Solr writes each answer to bytes and reads it back; that is how it answers.
///
/// Cold, nothing is asked twice. The repeating mix is what panels ask while people talk: few
/// searches, some again and again, and a service that changes every [#PER_CHANGE] searches. The
/// first search after must show the change. The time until a change is found is not counted.
public final class SolrFigures {
  private static final int ROUNDS = Integer.getInteger("rounds", 12);
  private static final int BATCH = 500;
  private static final double COLD = 1.3;
  private static final double REPEATING = 3;

  private static final int FEW = 40;
  private static final int PER_CHANGE = 100;
  private static final int PER_RARE_CHANGE = 1_000;
  private static final int CHANGES = 10;
  private static final int MOST_TRIES = 1_000;

  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");
  private static final Logger JERSEY = Logger.getLogger("org.glassfish");

  private final SearchMix mix = new SearchMix();
  private final SplittableRandom dice = new SplittableRandom(4);
  private int newest = 1_000;
  private final Report report = new Report("solr", System.out, InstantSource.system());

  private SolrFigures() {}

  public static void main(String[] arguments) throws Exception {
    LUCENE.setLevel(Level.OFF);
    JERSEY.setLevel(Level.OFF);
    System.exit(new SolrFigures().run() ? 0 : 1);
  }

  private boolean run() throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target"), "solr").toAbsolutePath();
    Path home = Files.createDirectory(folder.resolve("solr"));
    report.say(SearchMix.SERVICES + " services, Solr 9.10.1, one thread");
    try (Ours ours = new Ours(folder.resolve("ours"));
        Solr solr =
            new Solr(Path.of("../load-tests/solr/target"), home, ours.widestKm(), ours::telling)) {
      report.progress("both have their index");
      goal("cold", COLD, cold(ours, solr), BATCH);
      goal("repeating", REPEATING, repeating(ours, solr, PER_CHANGE), CHANGES * PER_CHANGE);
      List<Timed> rare = repeating(ours, solr, PER_RARE_CHANGE);
      report.say("with a change every " + PER_RARE_CHANGE + " searches" + ratio(rare));
    }
    report.print();
    report.save(Path.of("../load-tests/results"));
    return report.reached();
  }

  private List<Timed> cold(Ours ours, Solr solr) {
    List<Timed> sides = List.of(new Timed(ours), new Timed(solr));
    Sameness filtered = new Sameness();
    Sameness worded = new Sameness();
    for (int round = 0; round < ROUNDS; round++) {
      List<Search> batch = mix.searches(BATCH);
      Timed.both(sides, round, batch, counts(round));
      for (int at = 0; at < BATCH; at++) {
        Search search = batch.get(at);
        Sameness same = search.what().text().isEmpty() ? filtered : worded;
        same.add(sides.get(0).seen(at), sides.get(1).seen(at), search.limit());
      }
      report.progress("cold, round " + round + ratio(sides));
    }
    report.row("both find the same without words, ≥ 99 %", filtered.told(), filtered.good());
    report.row("both find the same by words, ≥ 99 %", worded.told(), worded.good());
    return sides;
  }

  private List<Timed> repeating(Ours ours, Solr solr, int perChange) {
    List<Timed> sides = List.of(new Timed(ours), new Timed(solr));
    int changes = 0;
    int shown = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Search> urn = urn();
      for (int part = 0; part < CHANGES; part++) {
        Shown first = shown(ours, sides, urn);
        changes++;
        int free = newest++;
        ServiceAtLocation changed = with(first.service(), new Capacity(free, Made.NOW));
        ours.replace(changed);
        solr.replace(changed);
        Timed.both(sides, part, drawn(first.search(), urn, perChange), counts(round));
        String id = changed.id().value();
        String now = String.valueOf(free);
        shown += sides.stream().allMatch(side -> now.equals(side.seen(0).free().get(id))) ? 1 : 0;
      }
      report.progress("repeating, round " + round + ratio(sides));
    }
    report.row(
        "both show each change at the next search, one in " + perChange,
        shown + " of " + changes,
        shown == changes && changes > 0);
    return sides;
  }

  /// A few searches, the first of them most often.
  private List<Search> urn() {
    List<Search> urn = new ArrayList<>();
    List<Search> few = mix.searches(FEW);
    for (int rank = 1; rank <= FEW; rank++) {
      urn.addAll(Collections.nCopies(FEW / rank, few.get(rank - 1)));
    }
    return urn;
  }

  private List<Search> drawn(Search first, List<Search> urn, int many) {
    List<Search> drawn = new ArrayList<>(List.of(first));
    while (drawn.size() < many) {
      drawn.add(urn.get(dice.nextInt(urn.size())));
    }
    return drawn;
  }

  /// A service that both show for a search. All that is found is shown, since among equals a change
  /// may put it last.
  private record Shown(Search search, ServiceAtLocation service) {}

  private Shown shown(Ours ours, List<Timed> sides, List<Search> urn) {
    return Stream.generate(() -> urn.get(dice.nextInt(urn.size())))
        .peek(search -> Timed.both(sides, 0, List.of(search), false))
        .limit(MOST_TRIES)
        .filter(search -> sides.get(0).seen(0).total() <= search.limit())
        .flatMap(search ->
            ours.services(sides.get(0).answer(0)).stream()
                .filter(one -> sides.get(1).seen(0).free().containsKey(one.id().value()))
                .map(one -> new Shown(search, one)))
        .findFirst()
        .orElseThrow();
  }

  private static ServiceAtLocation with(ServiceAtLocation one, Capacity places) {
    return new ServiceAtLocation(
        one.id(),
        one.service(),
        one.organization(),
        one.name(),
        one.description(),
        one.kinds(),
        one.terms(),
        one.remarks(),
        one.place(),
        one.schedules(),
        one.spoken(),
        one.eligibility(),
        Optional.of(places),
        one.standing());
  }

  private void goal(String what, double asked, List<Timed> sides, int perRound) {
    int searches = (ROUNDS - ROUNDS / 3) * perRound;
    double own = sides.get(0).seconds();
    double other = sides.get(1).seconds();
    report.goal(
        String.format(Locale.ROOT, "%s: ≥ %.1f × Solr's queries per second", what, asked),
        String.format(
            Locale.ROOT,
            "%.2f (%.0f a second beside %.0f)",
            other / own,
            searches / own,
            searches / other),
        other / own >= asked);
  }

  private static String ratio(List<Timed> sides) {
    return String.format(Locale.ROOT, ": %.2f ×", sides.get(1).seconds() / sides.get(0).seconds());
  }

  /// The first rounds teach the machine.
  private static boolean counts(int round) {
    return round >= ROUNDS / 3;
  }
}
