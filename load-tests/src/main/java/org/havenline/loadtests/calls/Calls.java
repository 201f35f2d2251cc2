package org.havenline.loadtests.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.havenline.loadtests.benchmark.Latencies;
import org.havenline.loadtests.benchmark.SteadyTexts;
import org.havenline.loadtests.calls.played.Callers;
import org.havenline.loadtests.calls.played.PlayedTwilio;
import org.havenline.loadtests.calls.played.Rooms;
import org.havenline.loadtests.calls.played.Webhooks;
import org.havenline.loadtests.desk.PrintedPasswords;
import org.havenline.loadtests.desk.StaffMember;
import org.havenline.loadtests.desk.Team;
import org.havenline.loadtests.machine.Node;
import org.havenline.loadtests.machine.NodeSettings;
import org.havenline.loadtests.machine.Patience;
import org.havenline.loadtests.machine.StartCache;
import org.havenline.loadtests.machine.Workplace;
import org.havenline.loadtests.report.Report;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.ScanParams;

/// Many who call at once: how long the server takes to say what each hears next, and what becomes
/// of texts meanwhile.
public final class Calls {
  /// How much.
  ///
  /// @param rate calls a second while webhooks are measured
  /// @param surge calls of the surge, within ten seconds
  /// @param texts a second, beside the surge and before it
  /// @param telephones of responders
  public record Load(int rate, int seconds, int surge, int texts, int telephones) {}

  static final int SURGE_SECONDS = 10;
  static final int MOST_P99_MILLIS = 100;
  static final int MOST_MILLIS = 2_000;
  static final int SURGE_P99_MILLIS = 300;

  private final Report report;
  private final RandomGenerator random;
  private final Rooms rooms = new Rooms();
  private final SteadyTexts texts;
  private int arrived;

  public Calls(Report report, RandomGenerator random) {
    this.report = report;
    this.random = random;
    this.texts = new SteadyTexts(random);
  }

  public void run(Load load) {
    int desks = SteadyTexts.CONVERSATIONS / CallTables.CONVERSATIONS_EACH;
    try (var place = Workplace.open("calls");
        var twilio = new PlayedTwilio(random, rooms)) {
      var settings = NodeSettings.embedded(place.folder()).with(twilio.url());
      CallTables.write(settings.tables(), desks, load.telephones);
      try (var node = new Node(settings, StartCache.options())) {
        node.start();
        var webhooks = new Webhooks(settings.port());
        twilio.asks(webhooks);
        var callers = new Callers(random, webhooks, rooms, twilio);
        var passwords = PrintedPasswords.in(settings.log());
        try (var texted = Team.onDuty(node, named(passwords, "desk-"), texts::hear);
            var _ = Team.onDuty(node, named(passwords, "phone-"), _ -> {}, Calls::seesTo)) {
          report.progress("%d telephones".formatted(load.telephones));
          texts.open(node, texted);
          justStarted(load, node, callers, webhooks);
          webhookTimes(load, callers, webhooks);
          surge(load, node, callers, webhooks);
          textsBesideThoseWhoWait(load, node);
          refusals(webhooks);
          truth(settings, callers);
        }
      }
    }
  }

  static Map<String, String> named(Map<String, String> passwords, String beginning) {
    var some = new TreeMap<>(passwords);
    some.keySet().removeIf(name -> !name.startsWith(beginning));
    return some;
  }

  /// Whoever is rung takes calls by telephone; at the desk he sees to those who have hung up.
  static void seesTo(StaffMember member, JsonNode contact) {
    var offer = contact.path("offer").path("id").asText("");
    boolean hers =
        offer.isEmpty()
            ? contact.path("owner").asText("").equals(member.name())
            : member.accept(offer) == 200;
    if (hers) {
      member.tryToClose(contact.path("id").asText());
    }
  }

  private void webhookTimes(Load load, Callers callers, Webhooks webhooks) {
    callers.call(load.rate * load.seconds, load.rate);
    report.progress("warm; measuring for %d s".formatted(load.seconds));
    webhooks.timeAnew();
    callers.call(load.rate * load.seconds, load.rate);
    var latencies = webhooks.latencies();
    report.progress("%,d webhooks answered".formatted(webhooks.asked()));
    report.goal(
        "webhooks at %d calls a second: p99 ≤ %d ms, longest ≤ %,d ms"
            .formatted(load.rate, MOST_P99_MILLIS, MOST_MILLIS),
        times(latencies) + " of %,d webhooks".formatted(webhooks.asked()),
        latencies.millis(0.99) <= MOST_P99_MILLIS && latencies.millis(1) <= MOST_MILLIS);
    webhooks
        .byAddress()
        .forEach((address, one) ->
            report.say("%s: %,d, %s.".formatted(address, one.sorted().length, times(one))));
    callers.leave();
  }

  static String times(Latencies latencies) {
    return "p50 %.1f, p99 %.1f, longest %.1f ms"
        .formatted(latencies.millis(0.5), latencies.millis(0.99), latencies.millis(1));
  }

  private void refusals(Webhooks webhooks) {
    webhooks.refusals().forEach(report::progress);
    report.row(
        "0 refused, from the first call to a node that has just started",
        "%,d refused; answers: %s".formatted(webhooks.refused(), webhooks.answers()),
        webhooks.refused() == 0);
  }

  /// What a surge meets on a node that has just started, told beside what is promised of one that
  /// has run for some minutes.
  private void justStarted(Load load, Node node, Callers callers, Webhooks webhooks) {
    var beside = callsBesideTexts(load, node, callers);
    arrived += texts.arrived();
    report.say(
        "The same surge on a node that has just started: webhooks %s, texts %s."
            .formatted(times(webhooks.latencies()), times(beside)));
  }

  private void surge(Load load, Node node, Callers callers, Webhooks webhooks) {
    var idle = texts.send(node, load.texts, 2 * SURGE_SECONDS);
    arrived += texts.arrived();
    report.progress("texts alone: " + times(idle));
    webhooks.timeAnew();
    var beside = callsBesideTexts(load, node, callers);
    arrived += texts.arrived();
    var latencies = webhooks.latencies();
    report.goal(
        "%d calls in %d s beside %d texts a second: webhooks p99 ≤ %d ms"
            .formatted(load.surge, SURGE_SECONDS, load.texts, SURGE_P99_MILLIS),
        times(latencies),
        latencies.millis(0.99) <= SURGE_P99_MILLIS);
    textsBeside(report, idle, beside);
    int sent = 6 * SURGE_SECONDS * load.texts;
    report.row("each text came to the desk", arrived + " of " + sent, arrived == sent);
  }

  static void textsBeside(Report report, Latencies idle, Latencies beside) {
    double ratio = beside.millis(0.99) / idle.millis(0.99);
    report.goal(
        "texts → responder's socket meanwhile: p99 ≤ 2 × without calls",
        "%s; without calls %s: %.2f ×".formatted(times(beside), times(idle), ratio),
        ratio <= 2);
  }

  /// Texts, and the calls of a surge from their first second on.
  private Latencies callsBesideTexts(Load load, Node node, Callers callers) {
    var calling =
        Thread.ofVirtual()
            .start(() -> callers.call(load.surge, Math.max(1, load.surge / SURGE_SECONDS)));
    var beside = texts.send(node, load.texts, 2 * SURGE_SECONDS);
    Patience.until("all have called", Duration.ofMinutes(1), () -> !calling.isAlive());
    callers.leave();
    return beside;
  }

  /// Thousands have hung up by now, and somebody has to look at each: who writes must not wait
  /// behind them.
  private void textsBesideThoseWhoWait(Load load, Node node) {
    var beside = texts.send(node, load.texts, SURGE_SECONDS);
    int sent = SURGE_SECONDS * load.texts;
    report.row(
        "each text comes to the desk while thousands who hung up wait",
        "%d of %d, %s".formatted(texts.arrived(), sent, times(beside)),
        texts.arrived() == sent);
  }

  private void truth(NodeSettings settings, Callers callers) {
    report.say(
        "%,d callers, %,d of them met somebody, in %,d talks"
            .formatted(callers.all(), callers.met(), rooms.talks()));
    report.row(
        "nobody is cut off, no room holds two callers or a third",
        "%d cut off, %d rooms".formatted(callers.cutOff(), rooms.crowded()),
        callers.cutOff() == 0 && rooms.crowded() == 0);
    report.row(
        "some met somebody",
        "%,d of %,d".formatted(callers.met(), callers.all()),
        callers.met() > 0);
    try (var redis = settings.connect()) {
      Patience.atMost(Duration.ofSeconds(20), () -> contacts(redis) == callers.all());
      long contacts = contacts(redis);
      report.row(
          "each call is a contact",
          "%,d contacts of %,d calls".formatted(contacts, callers.all()),
          contacts == callers.all());
    }
  }

  /// Contacts by telephone, open or closed.
  static long contacts(Jedis redis) {
    long found = 0;
    var all = new ScanParams().match("{demo}:contact:*").count(1_000);
    var cursor = ScanParams.SCAN_POINTER_START;
    do {
      var some = redis.scan(cursor, all);
      for (var key : some.getResult()) {
        found += "VOICE".equals(redis.hget(key, "channel")) ? 1 : 0;
      }
      cursor = some.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    return found;
  }
}
