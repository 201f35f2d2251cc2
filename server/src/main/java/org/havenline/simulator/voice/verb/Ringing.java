package org.havenline.simulator.voice.verb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.havenline.simulator.twiml.Verb;
import org.havenline.simulator.voice.call.Action;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.call.CallRecord.Direction;
import org.havenline.simulator.voice.call.Calls;
import org.havenline.simulator.voice.call.Place;
import org.havenline.simulator.voice.call.Program;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.voice.network.Reporting;
import org.havenline.simulator.voice.party.EndReason;
import org.havenline.simulator.voice.party.Sound;
import org.havenline.simulator.voice.room.Bridge;
import org.havenline.simulator.web.Form;
import org.jspecify.annotations.Nullable;

/// One `<Dial>` of phones: the first to pick up wins, hears its whisper, and is bridged.
final class Ringing {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final int INVALID_CALLER_ID = 13_214;
  private static final int INVALID_NUMBER = 13_224;
  private static final int TOO_MANY = 13_215;
  private static final int MOST = 10;

  private final Calls calls;
  private final Map<String, Action> actions;
  private final Program program;
  private final Verb dial;
  private final List<Call> legs = new ArrayList<>();
  private final List<Verb> toRing = new ArrayList<>();
  private Runnable ringback = () -> {};
  private @Nullable Call winner;
  private @Nullable Bridge bridge;
  private Instant bridged = Instant.EPOCH;
  private String status = "failed";
  private boolean over;

  Ringing(Calls calls, Map<String, Action> actions, Program program, Verb dial) {
    this.calls = calls;
    this.actions = actions;
    this.program = program;
    this.dial = dial;
  }

  void begin() {
    program.whenVerbEnds(this::cut);
    if (!mayShow(callerId())) {
      program.fault(
          INVALID_CALLER_ID, "callerId is neither a number of the account nor of the call");
      over();
      return;
    }
    var nouns =
        dial.children().isEmpty()
            ? List.of(new Verb("Number", Map.of(), dial.text(), List.of()))
            : dial.children();
    if (nouns.size() > MOST) {
      program.fault(TOO_MANY, "More than " + MOST + " phones in one Dial");
    }
    for (var noun : nouns.subList(0, Math.min(MOST, nouns.size()))) {
      if (noun.name().equals("Number") && !E164.matcher(noun.text()).matches()) {
        program.fault(INVALID_NUMBER, "A <Number> is not in E.164");
      } else {
        toRing.add(noun);
      }
    }
    ringback = program.call().hear(new Sound.Tone(Sound.Kind.RINGING));
    if (dial.flag("sequential", false) && !toRing.isEmpty()) {
      ringNext();
    } else {
      List.copyOf(toRing).forEach(_ -> ringNext());
    }
    if (legs.isEmpty()) {
      over();
    }
  }

  private String callerId() {
    return dial.or("callerId", program.call().record().from());
  }

  private boolean mayShow(String callerId) {
    var record = program.call().record();
    return calls.network().settings().numbers().containsKey(callerId)
        || callerId.equals(record.from())
        || callerId.equals(record.to());
  }

  private void ringNext() {
    var noun = toRing.removeFirst();
    var leg =
        calls.outbound(
            Direction.OUTBOUND_DIAL,
            callerId(),
            address(noun),
            Optional.of(program.call().sid()),
            reporting(noun),
            noun.given("machineDetection").isPresent());
    legs.add(leg);
    leg.whenEnded(_ -> ended(leg));
    leg.ring(Duration.ofSeconds(dial.number("timeout", 30)), () -> pickedUp(leg, noun));
  }

  private static String address(Verb noun) {
    if (!noun.name().equals("Client")) {
      return noun.text();
    }
    var identity =
        noun.children().stream()
            .filter(child -> child.name().equals("Identity"))
            .map(Verb::text)
            .findFirst();
    return "client:" + identity.orElse(noun.text());
  }

  private Optional<Reporting> reporting(Verb noun) {
    var names = noun.given("statusCallbackEvent").map(List::of).orElse(List.of());
    return Link.in(noun, "statusCallback", "statusCallbackMethod")
        .flatMap(link -> link.from(program.here().url()))
        .map(link -> Reporting.of(link, names, "completed"));
  }

  private void pickedUp(Call leg, Verb noun) {
    if (over || winner != null) {
      leg.end(EndReason.OUTBID);
      return;
    }
    winner = leg;
    List.copyOf(legs).stream().filter(one -> one != leg).forEach(one -> one.end(EndReason.OUTBID));
    var whisper = Link.in(noun, "url", "method").flatMap(link -> link.from(program.here().url()));
    if (whisper.isEmpty()) {
      connect(leg);
      return;
    }
    var whispering =
        new Program(
            leg,
            Place.WHISPER,
            actions,
            exit -> {
              if (exit == Program.Exit.FELL_OFF) {
                connect(leg);
              } else {
                leg.end(EndReason.HANGUP_VERB);
              }
            });
    leg.execute(whispering);
    whispering.goTo(whisper.get(), Form.EMPTY);
  }

  private void connect(Call leg) {
    ringback.run();
    program.call().answer();
    bridge = new Bridge(program.call(), leg);
    bridged = calls.network().now();
    if (dial.flag("hangupOnStar", false)) {
      program.call().listen(key -> star(key), _ -> {});
    }
    program.later(Duration.ofSeconds(dial.number("timeLimit", 14_400)), this::finish);
    if (!dial.or("record", "do-not-record").matches("do-not-record|false")) {
      Tapes.begin(program.call(), "DialVerb");
    }
  }

  private void star(char key) {
    if (key == '*') {
      finish();
    }
  }

  private void finish() {
    status = "completed";
    over();
  }

  private void ended(Call leg) {
    status = leg.status().toString();
    if (over) {
      return;
    }
    if (leg == winner) {
      over();
    } else if (winner == null && !toRing.isEmpty() && dial.flag("sequential", false)) {
      ringNext();
    } else if (winner == null && legs.stream().allMatch(one -> one.status().over())) {
      over();
    }
  }

  private void over() {
    if (!over) {
      close();
      Dialling.over(program, dial, result());
    }
  }

  private void cut() {
    if (!over) {
      close();
      Dialling.lost(program, dial, result());
    }
  }

  private void close() {
    over = true;
    ringback.run();
    program.call().listenNoMore();
    if (bridge != null) {
      bridge.close();
      status = "completed";
    }
    List.copyOf(legs).forEach(leg -> leg.end(EndReason.DIAL_ENDED));
  }

  private Form result() {
    var form =
        Form.EMPTY
            .and("DialCallStatus", status)
            .and("DialBridged", Boolean.toString(bridge != null));
    var last = winner != null ? winner : legs.isEmpty() ? null : legs.getLast();
    if (last != null) {
      form = form.and("DialCallSid", last.sid());
    }
    return bridge == null
        ? form
        : form.and(
            "DialCallDuration",
            Long.toString(Duration.between(bridged, calls.network().now()).toSeconds()));
  }
}
