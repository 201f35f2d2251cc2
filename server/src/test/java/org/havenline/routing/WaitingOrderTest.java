package org.havenline.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.havenline.testing.RandomTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Waiting from arrival to answer, on seeded random loads under random tables: arrivals, declines,
/// offers that expire, contacts given back, tables published while they wait. Those who answer may
/// answer everybody here, so that the order of waiting alone decides.
///
/// **The head-start bound.** A contact that came at `a` with head start `h` has its place at `a -
/// h` and never moves back. Another of head start `h'` that came at `a'` is before it only when `a'
/// - h' < a - h`, that is `a' < a + (h' - h)`. With `H` the longest head start of the tables,
///   nobody who comes after `a + (H - h)` is served before it, save `IMMEDIATE`: it waits for those
///   who came until then and no one else, so each is served once those have been. Among `IMMEDIATE`
///   the same holds without the exception.
class WaitingOrderTest {
  private static final long SEED = Long.getLong("seed", 20_261_124L);
  private static final int LOADS = Integer.getInteger("loads", 10_000);
  private static final int TABLES = 40;
  private static final List<Channel> CHANNELS = List.of(Channel.values());
  private static final List<RiskLevel> RISKS = List.of(RiskLevel.values());

  private static final List<FreeResponder> ANYBODY =
      List.of(anybody("r0"), anybody("r1"), anybody("r2"));

  @TempDir private static Path folder;

  private static final List<RandomTables> ALL = new ArrayList<>();
  private static final List<RoutingPlan> PLANS = new ArrayList<>();

  @BeforeAll
  static void writeTables() {
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < TABLES; i++) {
      var tables = RandomTables.write(folder.resolve("all.yaml"), 1, random);
      ALL.add(tables);
      PLANS.add(RoutingPlan.of(tables.tables(), "demo"));
    }
  }

  @Test
  void tenThousandLoadsAreServedInOrderAndNobodyStarves() {
    System.out.println("seed " + SEED + ", " + LOADS + " loads");
    var random = new SplittableRandom(SEED);
    int served = 0;
    for (int i = 0; i < LOADS; i++) {
      served += new Load(random.split(), Order.OF_THE_QUEUE).run();
    }
    System.out.println(served + " contacts were served");
  }

  @Test
  void orderByRiskOrByArrivalAloneAndAPlaceThatIsLostWouldBeCaught() {
    for (var wrong : List.of(Order.BY_RISK, Order.BY_ARRIVAL, Order.LOSES_PLACE)) {
      var random = new SplittableRandom(SEED);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 200; i++) {
                  new Load(random.split(), wrong).run();
                }
              })
          .as(wrong.name())
          .isInstanceOf(AssertionError.class);
    }
  }

  /// The order of the queue, and mutants of it.
  private enum Order {
    OF_THE_QUEUE,
    BY_RISK,
    BY_ARRIVAL,
    LOSES_PLACE
  }

  /// @param decision by the tables in force
  /// @param place as the queue keeps it, and never moved back
  /// @param head start in minutes under the tables it has come by, as they were written
  private record Waiting(
      ContactId id,
      Triage triage,
      Instant arrived,
      RoutingDecision decision,
      long place,
      long head) {
    boolean immediate() {
      return triage.risk() == RiskLevel.IMMEDIATE;
    }
  }

  private static final class Load {
    private final SplittableRandom random;
    private final Order order;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<ContactId, Set<ResponderId>> asked = new HashMap<>();
    private final Set<Integer> published = new HashSet<>();

    /// one for all, or a call would shut out the text behind it
    private final Channel channel;

    private int tables;
    private Instant now = Contacts.NOON;
    private int came;
    private int served;

    Load(SplittableRandom random, Order order) {
      this.random = random;
      this.order = order;
      channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
      tables = random.nextInt(TABLES);
      published.add(tables);
    }

    int run() {
      int all = 4 + random.nextInt(12);
      // it ends: each round serves somebody with a chance of a half
      for (int round = 0; served < all; round++) {
        assertThat(round).as("somebody starves").isLessThan(2_000);
        now = now.plusSeconds(random.nextInt(600));
        if (came < all && random.nextInt(3) > 0) {
          come();
        }
        if (random.nextInt(10) == 0) {
          publish();
        }
        ask();
      }
      return served;
    }

    private void come() {
      var triage =
          new Triage(
              channel,
              RandomTables.LANGUAGES.get(random.nextInt(RandomTables.LANGUAGES.size())),
              1,
              RISKS.get(random.nextInt(RISKS.size())),
              "US",
              random.nextInt(4) == 0,
              random.nextInt(4) == 0 ? Set.of(Gender.WOMAN) : Set.of());
      var arrived = now.minusSeconds(random.nextInt(5));
      waiting.add(placed(new ContactId("c" + came++), triage, arrived, Long.MAX_VALUE, -1));
    }

    /// Its place under the tables in force, where it does not move it back.
    private Waiting placed(ContactId id, Triage triage, Instant arrived, long before, long head) {
      var decision = PLANS.get(tables).decide(triage, arrived);
      var written = ALL.get(tables).headStarts().get(decision.rule().value());
      long minutes = Objects.requireNonNull(Objects.requireNonNull(written).get(triage.risk()));
      return new Waiting(
          id,
          triage,
          arrived,
          decision,
          Math.min(before, decision.virtualArrival()),
          Math.max(head, minutes));
    }

    private void publish() {
      tables = random.nextInt(TABLES);
      published.add(tables);
      waiting.replaceAll(c -> placed(c.id(), c.triage(), c.arrived(), c.place(), c.head()));
    }

    private void ask() {
      waiting.sort(comparator());
      var contacts =
          waiting.stream()
              .map(c ->
                  new WaitingContact(
                      c.id(),
                      c.triage(),
                      c.arrived(),
                      c.decision(),
                      0,
                      asked.getOrDefault(c.id(), Set.of()),
                      Set.of(),
                      List.of()))
              .toList();
      var staff = ANYBODY.subList(0, 1 + random.nextInt(ANYBODY.size()));
      var passed = new ArrayList<>(waiting);
      var rounds = new HashSet<ContactId>();
      for (var proposal : Matching.proposeAll(contacts, staff, now)) {
        // of several asked about one contact, the first answers
        if (!rounds.add(proposal.contact())) {
          continue;
        }
        var chosen =
            passed.stream()
                .filter(c -> c.id().equals(proposal.contact()))
                .findFirst()
                .orElseThrow();
        passed.remove(chosen);
        passed.forEach(other -> mayBeBefore(chosen, other));
        answer(chosen, proposal.responder());
      }
    }

    /// Declined, expired or given back, it waits on where it was; else it is served.
    private void answer(Waiting chosen, ResponderId by) {
      waiting.remove(chosen);
      if (random.nextInt(3) > 0) {
        served++;
        return;
      }
      asked.computeIfAbsent(chosen.id(), _ -> new HashSet<>()).add(by);
      long place = order == Order.LOSES_PLACE ? now.toEpochMilli() : chosen.place();
      waiting.add(
          new Waiting(
              chosen.id(),
              chosen.triage(),
              chosen.arrived(),
              chosen.decision(),
              place,
              chosen.head()));
    }

    private Comparator<Waiting> comparator() {
      return switch (order) {
        case OF_THE_QUEUE, LOSES_PLACE ->
            Comparator.comparingLong(Waiting::place).thenComparing(c -> c.id().value());
        case BY_RISK ->
            Comparator.<Waiting, RiskLevel>comparing(c -> c.triage().risk())
                .thenComparing(Waiting::arrived)
                .thenComparing(c -> c.id().value());
        case BY_ARRIVAL ->
            Comparator.comparing(Waiting::arrived).thenComparing(c -> c.id().value());
      };
    }

    /// What the order must keep, from risk, arrival and the head starts as they were written.
    private void mayBeBefore(Waiting chosen, Waiting passed) {
      assertThat(passed.immediate() && !chosen.immediate()).as("immediate first").isFalse();
      if (passed.immediate() != chosen.immediate()) {
        return;
      }
      if (passed.head() == chosen.head()) {
        assertThat(chosen.arrived()).as("first come").isBeforeOrEqualTo(passed.arrived());
      }
      var bound = passed.arrived().plusSeconds(60 * (longest(passed) - passed.head()));
      assertThat(chosen.arrived()).as("nobody starves").isBeforeOrEqualTo(bound);
    }

    private long longest(Waiting like) {
      return published.stream()
          .flatMap(i -> ALL.get(i).headStarts().values().stream())
          .flatMap(starts -> starts.entrySet().stream())
          .filter(start -> (start.getKey() == RiskLevel.IMMEDIATE) == like.immediate())
          .mapToLong(Map.Entry::getValue)
          .max()
          .orElseThrow();
    }
  }

  private static FreeResponder anybody(String id) {
    var speaks = new HashMap<String, LanguageLevel>();
    RandomTables.LANGUAGES.forEach(language -> speaks.put(language, LanguageLevel.NATIVE));
    return new FreeResponder(
        new ResponderId(id),
        speaks,
        Map.of("crisis", 5, "minors", 5, "law", 5),
        Optional.of(Gender.WOMAN),
        Map.of(Channel.SMS, 1, Channel.WHATSAPP, 1, Channel.VOICE, 1, Channel.WEBCHAT, 1),
        0,
        Contacts.NOON,
        Set.of(),
        Integer.MAX_VALUE);
  }
}
