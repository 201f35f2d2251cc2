package org.havenline.loadtests.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.havenline.loadtests.benchmark.SteadyTexts;
import org.havenline.loadtests.desk.PrintedPasswords;
import org.havenline.loadtests.desk.Team;
import org.havenline.loadtests.machine.FreePort;
import org.havenline.loadtests.machine.Node;
import org.havenline.loadtests.machine.NodeSettings;
import org.havenline.loadtests.machine.Patience;
import org.havenline.loadtests.machine.StartCache;
import org.havenline.loadtests.machine.Workplace;
import org.havenline.loadtests.report.Report;

/// The same calls played by the phone simulator, a process of its own: it checks every document,
/// executes it verb by verb, and speaks the REST API as Twilio describes it.
public final class OnTheSimulator {
  private static final Duration LEAST_PATIENCE = Duration.ofSeconds(15);
  private static final Duration MORE_PATIENCE = Duration.ofSeconds(30);

  private final Report report;
  private final RandomGenerator random;
  private final SteadyTexts texts;
  private int callers;
  private int arrived;
  private int asked;
  private int refused;

  /// How each call ended that is over, by its id.
  private final Map<String, JsonNode> over = new HashMap<>();

  public OnTheSimulator(Report report, RandomGenerator random) {
    this.report = report;
    this.random = random;
    this.texts = new SteadyTexts(random);
  }

  public void run(Calls.Load load) {
    int desks = SteadyTexts.CONVERSATIONS / CallTables.CONVERSATIONS_EACH;
    int port = FreePort.next();
    try (var place = Workplace.open("calls")) {
      var settings =
          NodeSettings.embedded(place.folder()).with("http://127.0.0.1:" + port + "/twilio");
      CallTables.write(settings.tables(), desks, load.telephones());
      try (var simulator = new Simulator(settings, port);
          var node = new Node(settings, StartCache.options())) {
        node.start();
        CallTables.numbers(load.telephones()).forEach(number -> answers(simulator, number));
        var passwords = PrintedPasswords.in(settings.log());
        try (var texted = Team.onDuty(node, Calls.named(passwords, "desk-"), texts::hear);
            var _ = Team.onDuty(node, Calls.named(passwords, "phone-"), _ -> {}, Calls::seesTo)) {
          report.progress("%d telephones of the simulator".formatted(load.telephones()));
          texts.open(node, texted);
          steadily(load, simulator);
          surge(load, node, simulator);
          count(simulator.get("/answers"));
          truth(settings);
        }
      }
    }
  }

  /// A responder's telephone takes every call by a 1.
  private void answers(Simulator simulator, String number) {
    simulator.send(
        "PUT",
        "/phones/" + number + "/habit",
        Map.of("pickUp", 500 + random.nextInt(2_500), "keys", "1", "keysAfter", 1_500));
  }

  /// People call at a steady rate, each from a number of her own; returns when the last has called.
  private void call(Simulator simulator, int calls, int rate) {
    long from = System.nanoTime();
    for (int n = 0; n < calls; n++) {
      Patience.pause(
          Duration.ofNanos(Math.max(0, from + n * 1_000_000_000L / rate - System.nanoTime())));
      var number = "+38050%07d".formatted(1_000_000 + callers++);
      var stays = LEAST_PATIENCE.toMillis() + random.nextInt((int) MORE_PATIENCE.toMillis());
      var habit = Map.of("keys", "1", "keysAfter", 1_000 + random.nextInt(3_000), "hangUp", stays);
      Thread.ofVirtual().start(() -> simulator.send("POST", "/phones/" + number + "/calls", habit));
    }
  }

  /// Waits until nobody is on the line.
  private void leave(Simulator simulator) {
    Patience.pause(LEAST_PATIENCE.plus(MORE_PATIENCE).plusSeconds(5));
    look(simulator);
  }

  /// Who has hung up is shown for two minutes.
  private void look(Simulator simulator) {
    for (var call : simulator.get("/calls").path("calls")) {
      if (call.path("over").asBoolean()) {
        over.put(call.path("sid").asText(), call);
      }
    }
  }

  private void steadily(Calls.Load load, Simulator simulator) {
    call(simulator, load.rate() * load.seconds(), load.rate());
    report.progress("warm; measuring for %d s".formatted(load.seconds()));
    look(simulator);
    timeAnew(simulator);
    call(simulator, load.rate() * load.seconds(), load.rate());
    var seen = simulator.get("/answers");
    report.goal(
        "on the simulator, webhooks at %d calls a second: p99 ≤ %d ms, longest ≤ %,d ms"
            .formatted(load.rate(), Calls.MOST_P99_MILLIS, Calls.MOST_MILLIS),
        times(seen),
        seen.path("p99").asDouble() <= Calls.MOST_P99_MILLIS
            && seen.path("longest").asDouble() <= Calls.MOST_MILLIS);
    leave(simulator);
  }

  private static String times(JsonNode seen) {
    return "p50 %.1f, p99 %.1f, longest %.1f ms of %,d webhooks"
        .formatted(
            seen.path("p50").asDouble(),
            seen.path("p99").asDouble(),
            seen.path("longest").asDouble(),
            seen.path("count").asInt());
  }

  /// What comes is timed anew. Refusals are not forgotten: who was refused while a node was cold
  /// was refused.
  private void timeAnew(Simulator simulator) {
    count(simulator.get("/answers"));
    simulator.send("DELETE", "/answers", Map.of());
  }

  private void count(JsonNode seen) {
    asked += seen.path("count").asInt();
    refused += seen.path("refused").asInt();
  }

  private void surge(Calls.Load load, Node node, Simulator simulator) {
    var idle = texts.send(node, load.texts(), 2 * Calls.SURGE_SECONDS);
    arrived += texts.arrived();
    report.progress("texts alone: " + Calls.times(idle));
    timeAnew(simulator);
    int rate = Math.max(1, load.surge() / Calls.SURGE_SECONDS);
    var calling = Thread.ofVirtual().start(() -> call(simulator, load.surge(), rate));
    var beside = texts.send(node, load.texts(), 2 * Calls.SURGE_SECONDS);
    arrived += texts.arrived();
    Patience.until("all have called", Duration.ofMinutes(1), () -> !calling.isAlive());
    leave(simulator);
    var seen = simulator.get("/answers");
    report.goal(
        "on the simulator, %d calls in %d s beside %d texts a second: webhooks p99 ≤ %d ms"
            .formatted(load.surge(), Calls.SURGE_SECONDS, load.texts(), Calls.SURGE_P99_MILLIS),
        times(seen),
        seen.path("p99").asDouble() <= Calls.SURGE_P99_MILLIS);
    Calls.textsBeside(report, idle, beside);
    int sent = 4 * Calls.SURGE_SECONDS * load.texts();
    report.row("each text came to the desk", arrived + " of " + sent, arrived == sent);
  }

  private void truth(NodeSettings settings) {
    report.row(
        "0 refused, from the first call to a node that has just started",
        "%,d of %,d webhooks".formatted(refused, asked),
        refused == 0);
    var hers = over.values().stream().filter(call -> !isIncoming(call)).toList();
    long cutOff = hers.stream().filter(OnTheSimulator::isCutOff).count();
    var rung = over.values().stream().filter(OnTheSimulator::isIncoming).toList();
    long answered = rung.stream().filter(call -> !call.path("answered").asText().isEmpty()).count();
    report.row(
        "each caller hangs up herself: nobody is cut off",
        "%,d calls over, of %,d; %d cut off".formatted(hers.size(), callers, cutOff),
        cutOff == 0 && hers.size() == callers);
    report.row(
        "telephones are rung and answered",
        "%,d rung, %,d answered".formatted(rung.size(), answered),
        answered > 0);
    try (var redis = settings.connect()) {
      long contacts = Calls.contacts(redis);
      report.row(
          "each call is a contact",
          "%,d contacts of %,d calls".formatted(contacts, callers),
          contacts == callers);
    }
  }

  /// Rung by the server, not calling it.
  private static boolean isIncoming(JsonNode call) {
    return call.path("incoming").asBoolean();
  }

  private static boolean isCutOff(JsonNode call) {
    return !call.path("why").asText().equals("PARTY_HUNG_UP");
  }
}
