package org.havenline.referral.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.havenline.contact.ResponderId;
import org.havenline.referral.consent.Disclosure;
import org.havenline.referral.consent.How;
import org.havenline.referral.consent.Told;
import org.havenline.referral.consent.Why;
import org.havenline.referral.counted.About;
import org.havenline.referral.deeds.Offering;
import org.havenline.referral.deeds.Referring;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.given.Change.By;
import org.havenline.referral.given.Change.Done;
import org.havenline.referral.given.Outcome;
import org.havenline.referral.given.Services;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever is tried, on whichever node and by whichever way, against a model that only knows what
/// she said and when.
final class ConsentIT extends LineTest {
  private static final long SEED = 20_261_129;

  /// On each of the two versions of the store: 10,000 together.
  private static final int ATTEMPTS = 5_000;

  private static final By MIRIAM = new By(new ResponderId("miriam"), true);

  private final List<ServiceId> services = new ArrayList<>();
  private final List<Said> referrals = new ArrayList<>();
  private final Map<String, Integer> seen = new TreeMap<>();
  private List<Line> nodes;

  @BeforeEach
  void refer() {
    nodes = List.of(line, line.another(store));
    for (int i = 0; i < 3; i++) {
      services.add(Services.put(line.directory, Services.service("s" + i)));
    }
    for (int i = 0; i < 3; i++) {
      var contact = line.receive("SM" + i, "+1202555010" + i, "Hola, me gustaría hablar");
      connect(LUCIA, contact);
      for (int r = 0; r < 3; r++) {
        var wanted = services.stream().map(one -> new Offering.Wanted(one, false)).toList();
        var offer = new Referring.Offer(wanted, List.of(), Said.KNOWN, About.NOT_SAID);
        var done = (Done.Yes) line.referrals.referring().offer(contact, LUCIA, offer);
        referrals.add(new Said(contact, done.referral().id()));
      }
    }
  }

  @AfterEach
  void closeTheOtherNode() {
    nodes.get(1).close();
  }

  @Test
  void nothingLeavesWithoutValidConsentAndOnlyWhatItCovers() {
    System.out.println("seed " + SEED);
    var random = new SplittableRandom(SEED);
    int attempts = 0;
    while (attempts < ATTEMPTS) {
      clock.move(Duration.ofMinutes(random.nextInt(25)));
      var one = referrals.get(random.nextInt(referrals.size()));
      var node = nodes.get(random.nextInt(2)).referrals;
      switch (random.nextInt(10)) {
        case 0, 1 -> agree(one, node, random);
        case 2 -> revoke(one, node);
        case 3, 4, 5 -> {
          attempts++;
          phone(one, node, random);
        }
        case 6 -> {
          attempts++;
          link(one, node, random);
        }
        case 7, 8 -> attempts += open(one, node, random);
        default -> {
          attempts++;
          mail(one, node, random);
        }
      }
    }
    System.out.println(seen);
    assertThat(seen.keySet())
        .as("each way was both open and closed")
        .contains(
            "phone open",
            "phone closed",
            "link open",
            "link closed",
            "page open",
            "page closed",
            "mail sent",
            "mail stopped",
            "mail closed");
    assertThat(seen.values()).allSatisfy(times -> assertThat(times).isGreaterThan(20));
  }

  @Test
  void whatIsTakenBackOnOneNodeIsClosedOnTheOtherFromThatMomentOn() throws Exception {
    var random = new SplittableRandom(SEED);
    var here = nodes.get(0).referrals;
    var there = nodes.get(1).referrals;
    for (int round = 0; round < 50; round++) {
      var one = referrals.get(round % referrals.size());
      agreeTo(one, here, services.getFirst(), Why.HELP, Set.of(Told.NAME), Duration.ofDays(1));
      var running = new CountDownLatch(3);
      var revoked = new CountDownLatch(1);
      var late =
          CompletableFuture.supplyAsync(() -> {
            int after = 0;
            boolean open = true;
            while (open) {
              boolean before = revoked.getCount() == 0;
              open =
                  there.handover().phone(one.contact, LUCIA, one.id, services.getFirst(), Why.HELP)
                      instanceof Sending.Say;
              after += before && open ? 1 : 0;
              running.countDown();
            }
            return after;
          });
      running.await();
      here.referring().revoke(one.contact, MIRIAM, one.id);
      one.agreed = false;
      revoked.countDown();
      assertThat(late.get()).isZero();
      clock.move(Duration.ofMinutes(random.nextInt(5)));
    }
  }

  private void agree(Said one, ReferralRooms node, SplittableRandom random) {
    var fields = EnumSet.noneOf(Told.class);
    for (var field : Told.values()) {
      if (random.nextBoolean()) {
        fields.add(field);
      }
    }
    agreeTo(
        one,
        node,
        service(random),
        random.nextInt(4) == 0 ? Why.FOLLOW_UP : Why.HELP,
        fields,
        Duration.ofMinutes(random.nextInt(1, 2_000)));
  }

  private void agreeTo(
      Said one, ReferralRooms node, ServiceId to, Why why, Set<Told> fields, Duration lives) {
    var until = clock.instant().plus(lives);
    var agreed =
        new Referring.Agreed(to, why, fields, Map.of(), Optional.of(until), new How.Spoken());
    assertThat(node.referring().agree(one.contact, LUCIA, one.id, agreed))
        .isInstanceOf(Done.Yes.class);
    one.agreements++;
    one.agreed = true;
    one.to = to;
    one.why = why;
    one.fields = Set.copyOf(fields);
    one.until = until;
  }

  private void revoke(Said one, ReferralRooms node) {
    node.referring().revoke(one.contact, MIRIAM, one.id);
    one.agreed = false;
  }

  /// Mostly the one she chose.
  private ServiceId wanted(Said one, SplittableRandom random) {
    return random.nextInt(3) > 0 && services.contains(one.to) ? one.to : service(random);
  }

  private ServiceId service(SplittableRandom random) {
    return services.get(random.nextInt(services.size()));
  }

  private void phone(Said one, ReferralRooms node, SplittableRandom random) {
    var service = wanted(one, random);
    var why = random.nextInt(4) == 0 ? Why.FOLLOW_UP : Why.HELP;
    var expected = one.allowed(service, why, clock.instant());

    var sending = node.handover().phone(one.contact, LUCIA, one.id, service, why);

    check("phone", expected, sending instanceof Sending.Say say ? say.told() : null, sending);
  }

  private void link(Said one, ReferralRooms node, SplittableRandom random) {
    var service = wanted(one, random);
    var expected = one.allowed(service, Why.HELP, clock.instant());

    var sending = node.handover().link(one.contact, LUCIA, one.id, service);

    assertThat(sending instanceof Sending.Linked).isEqualTo(expected.isPresent());
    count("link", expected.isPresent());
    if (sending instanceof Sending.Linked(var address, _)) {
      one.links.add(new Said.Issued(token(address), service, one.agreements));
    }
  }

  /// A link that was given out before, on any node; and an answer by it.
  private int open(Said one, ReferralRooms node, SplittableRandom random) {
    if (one.links.isEmpty()) {
      return 0;
    }
    int newest = one.links.size() - 1;
    var link = one.links.get(random.nextBoolean() ? newest : random.nextInt(newest + 1));
    var expected =
        one.allowed(link.service(), Why.HELP, clock.instant())
            .filter(_ -> link.agreement() == one.agreements);
    var door = door(node);

    var look = door.look(link.token());

    check("page", expected, look.map(ServiceDoor.Seen::told).orElse(null), link);
    assertThat(door.answer(link.token(), Outcome.Kind.ACCEPTED, ""))
        .isEqualTo(expected.isPresent());
    return 1;
  }

  /// Queued; and before it is its turn, something may change.
  private void mail(Said one, ReferralRooms node, SplittableRandom random) {
    var service = wanted(one, random);
    boolean queues = one.allowed(service, Why.HELP, clock.instant()).isPresent();
    var sending = node.handover().mail(one.contact, LUCIA, one.id, service);
    assertThat(sending instanceof Sending.Mailed).isEqualTo(queues);
    if (!queues) {
      count("mail", false);
      return;
    }
    int agreement = one.agreements;
    switch (random.nextInt(6)) {
      case 0 -> revoke(one, node);
      case 1 -> agree(one, node, random);
      case 2 -> clock.move(Duration.ofMinutes(random.nextInt(1_500)));
      default -> {}
    }
    var expected =
        one.allowed(service, Why.HELP, clock.instant()).filter(_ -> agreement == one.agreements);
    var sent = new ArrayList<Disclosure>();
    var worker = nodes.get(random.nextInt(2));
    MailsByHand.send(
        worker,
        (leave, to, link) -> {
          assertThat(to).isEqualTo("desk@" + service.value() + ".example");
          one.links.add(new Said.Issued(token(link), service, one.agreements));
          sent.add(leave);
          return new Mail.Result.Sent();
        });
    assertThat(sent).hasSize(expected.isPresent() ? 1 : 0);
    sent.forEach(leave -> assertThat(new TreeMap<>(leave.fields())).isEqualTo(expected.get()));
    seen.merge(expected.isPresent() ? "mail sent" : "mail stopped", 1, Integer::sum);
  }

  private ServiceDoor door(ReferralRooms node) {
    return new ServiceDoor(node.links(), _ -> Optional.of(node.door()));
  }

  private void check(
      String way,
      Optional<Map<Told, String>> expected,
      @org.jspecify.annotations.Nullable Disclosure told,
      Object answer) {
    assertThat(told != null).as("%s: %s", way, answer).isEqualTo(expected.isPresent());
    if (told != null) {
      assertThat(new TreeMap<>(told.fields())).isEqualTo(expected.get());
    }
    count(way, expected.isPresent());
  }

  private void count(String way, boolean open) {
    seen.merge(way + (open ? " open" : " closed"), 1, Integer::sum);
  }

  private static String token(URI link) {
    return link.getPath().substring(ServiceLinks.PATH.length());
  }
}
