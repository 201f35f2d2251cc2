package org.havenline.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.junit.jupiter.api.Test;

/// What must hold of every load, shown on seeded random ones.
class RoutingPropertyTest {
  private static final long SEED = Long.getLong("seed", 20_261_124L);
  private static final int LOADS = Integer.getInteger("loads", 500);
  private static final List<String> LANGUAGES = List.of("en", "es", "fr", "ar", "uk", "km", "und");
  private static final List<Channel> CHANNELS = List.of(Channel.values());
  private static final List<RiskLevel> RISKS = List.of(RiskLevel.values());
  private static final List<Gender> GENDERS = List.of(Gender.values());
  private static final Duration LONGEST_HEAD_START = Duration.ofMinutes(20);

  private static final RoutingTables TABLES = Contacts.tables();
  private static final RoutingPlan PLAN = RoutingPlan.of(TABLES, "demo");
  private static final Comparator<WaitingContact> ORDER =
      Comparator.<WaitingContact>comparingLong(c -> c.decision().virtualArrival())
          .thenComparing(c -> c.id().value());

  @Test
  void immediateIsBeforeAllAndEqualHeadStartIsFirstComeFirstServed() {
    eachLoad((contacts, _) -> checkOrder(contacts));
  }

  @Test
  void orderByArrivalAloneWouldBeCaught() {
    assertThatThrownBy(() ->
            eachLoad((contacts, _) ->
                checkOrder(
                    contacts.stream()
                        .sorted(Comparator.comparing(WaitingContact::arrived))
                        .toList())))
        .isInstanceOf(AssertionError.class);
  }

  private static void checkOrder(List<WaitingContact> contacts) {
    for (int i = 1; i < contacts.size(); i++) {
      var before = contacts.get(i - 1);
      var after = contacts.get(i);
      assertThat(isImmediate(after) && !isImmediate(before)).isFalse();
      if (isImmediate(after) == isImmediate(before)
          && after.decision().headStart().equals(before.decision().headStart())) {
        assertThat(before.arrived()).isBeforeOrEqualTo(after.arrived());
      }
    }
  }

  @Test
  void nobodyIsOvertakenByOneWhoCameAHeadStartLater() {
    eachLoad((contacts, _) -> {
      for (int i = 0; i < contacts.size(); i++) {
        for (int j = i + 1; j < contacts.size(); j++) {
          var before = contacts.get(i);
          var after = contacts.get(j);
          if (!isImmediate(before)) {
            assertThat(Duration.between(after.arrived(), before.arrived()))
                .isLessThanOrEqualTo(LONGEST_HEAD_START);
          }
        }
      }
    });
  }

  @Test
  void nobodyIsAskedBeyondCapacityOrWithoutWhatIsRequired() {
    eachLoad((contacts, free) ->
        checkProposals(contacts, free, Matching.proposeAll(contacts, free, Contacts.NOON)));
  }

  @Test
  void askingAsIfAllWereRelaxedOrCapacityDoubledWouldBeCaught() {
    assertThatThrownBy(() ->
            eachLoad((contacts, free) ->
                checkProposals(
                    contacts,
                    free,
                    Matching.proposeAll(
                        contacts.stream().map(RoutingPropertyTest::atLastStep).toList(),
                        free,
                        Contacts.NOON))))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() ->
            eachLoad((contacts, free) -> {
              var twice = new ArrayList<>(free);
              twice.addAll(free);
              checkProposals(contacts, free, Matching.proposeAll(contacts, twice, Contacts.NOON));
            }))
        .isInstanceOf(AssertionError.class);
  }

  private static WaitingContact atLastStep(WaitingContact c) {
    return PLAN.waiting(c.id(), c.triage(), c.arrived(), 99, c.askedAlready());
  }

  private static void checkProposals(
      List<WaitingContact> contacts, List<FreeResponder> free, List<Proposal> proposals) {
    var byId = contacts.stream().collect(Collectors.toMap(WaitingContact::id, c -> c));
    var asked = new HashMap<ResponderId, Map<Channel, Integer>>();
    var seen = new HashSet<ContactId>();
    for (var proposal : proposals) {
      assertThat(seen.add(proposal.contact())).isTrue();
      var contact = Objects.requireNonNull(byId.get(proposal.contact()));
      asked
          .computeIfAbsent(proposal.responder(), _ -> new HashMap<>())
          .merge(contact.triage().channel(), 1, Integer::sum);
      assertThat(mayAnswer(responder(free, proposal.responder()), contact)).isTrue();
    }
    asked.forEach((id, channels) -> {
      channels.forEach((channel, count) ->
          assertThat(count).isLessThanOrEqualTo(responder(free, id).freeOn(channel)));
      if (channels.containsKey(Channel.VOICE)) {
        assertThat(channels.keySet()).containsExactly(Channel.VOICE);
      }
    });
  }

  @Test
  void whoIsPassedOverCouldBeServedByNobody() {
    eachLoad((contacts, free) -> {
      var first = Matching.propose(contacts, free, Contacts.NOON);
      for (var contact : contacts) {
        if (first.isPresent() && first.get().contact().equals(contact.id())) {
          break;
        }
        assertThat(free).noneMatch(one -> mayAnswer(one, contact));
      }
    });
  }

  @Test
  void decisionsDependOnTheirInputsAlone() {
    eachLoad((contacts, free) -> {
      var once = Matching.proposeAll(contacts, free, Contacts.NOON);
      assertThat(Matching.proposeAll(contacts, free.reversed(), Contacts.NOON)).isEqualTo(once);
      assertThat(Matching.propose(contacts, free, Contacts.NOON))
          .isEqualTo(once.stream().findFirst());
      for (var contact : contacts) {
        assertThat(PLAN.decide(contact.triage(), contact.arrived())).isEqualTo(contact.decision());
      }
    });
  }

  /// The rule of matching written a second time, as plainly as can be.
  private static boolean mayAnswer(FreeResponder one, WaitingContact contact) {
    var needs = contact.requirement();
    boolean language =
        needs.languages().isEmpty()
            || needs.languages().stream()
                .anyMatch(wanted -> {
                  var has = one.languages().get(wanted);
                  return has != null && has.compareTo(needs.level()) <= 0;
                });
    boolean wish =
        needs.wishes().isEmpty() || one.gender().filter(needs.wishes()::contains).isPresent();
    return language
        && wish
        && one.skills().keySet().containsAll(needs.skills().keySet())
        && one.skills().keySet().containsAll(needs.always().keySet())
        && one.freeOn(contact.triage().channel()) > 0;
  }

  private static boolean isImmediate(WaitingContact contact) {
    return contact.triage().risk() == RiskLevel.IMMEDIATE;
  }

  private static FreeResponder responder(List<FreeResponder> free, ResponderId id) {
    return free.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private interface Property {
    void holds(List<WaitingContact> contacts, List<FreeResponder> free);
  }

  private static void eachLoad(Property property) {
    System.out.println("seed " + SEED);
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < LOADS; i++) {
      var contacts = new ArrayList<WaitingContact>();
      for (int n = random.nextInt(25); n > 0; n--) {
        contacts.add(contact("c" + n, random));
      }
      contacts.sort(ORDER);
      property.holds(contacts, responders(random));
    }
  }

  private static <T> T one(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }

  private static WaitingContact contact(String id, SplittableRandom random) {
    var triage =
        new Triage(
            one(CHANNELS, random),
            one(LANGUAGES, random),
            random.nextDouble(),
            one(RISKS, random),
            "US",
            random.nextInt(5) == 0,
            random.nextInt(5) == 0 ? Set.of(one(GENDERS, random)) : Set.of());
    Instant arrived = Contacts.NOON.minusMillis(random.nextInt(3_600_000));
    var asked = random.nextInt(4) == 0 ? Set.of(new ResponderId("lucia")) : Set.<ResponderId>of();
    return PLAN.waiting(new ContactId(id), triage, arrived, random.nextInt(8), asked);
  }

  private static List<FreeResponder> responders(SplittableRandom random) {
    return TABLES.responders().stream()
        .filter(_ -> random.nextInt(3) > 0)
        .map(responder ->
            FreeResponder.of(
                responder,
                Map.of(one(CHANNELS, random), random.nextInt(3)),
                Contacts.NOON.minusSeconds(random.nextInt(5))))
        .toList();
  }
}
