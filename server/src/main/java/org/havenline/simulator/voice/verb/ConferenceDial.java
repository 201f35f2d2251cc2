package org.havenline.simulator.voice.verb;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.havenline.simulator.twiml.Verb;
import org.havenline.simulator.voice.call.Action;
import org.havenline.simulator.voice.call.CallStatus;
import org.havenline.simulator.voice.call.Program;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.voice.network.Reporting;
import org.havenline.simulator.voice.room.Conference;
import org.havenline.simulator.voice.room.Conferences;
import org.havenline.simulator.voice.room.Participant;
import org.havenline.simulator.web.Form;

/// `<Dial><Conference>`: this leg is in a room with others.
record ConferenceDial(Conferences conferences) implements Action {
  private static final int INVALID_COACH = 13_240;
  private static final int LABEL_TAKEN = 16_025;
  private static final int FULL = 13_235;

  @Override
  public void run(Program program, Verb dial) {
    var noun = dial.children().getFirst();
    var call = program.call();
    var conference = conferences.named(noun.text(), reporting(program, noun));
    var coach = noun.given("coach");
    if (coach.isPresent() && conference.find(coach.get()).isEmpty()) {
      program.fail(INVALID_COACH, "coach names no call in this conference");
      return;
    }
    var label = noun.given("participantLabel");
    if (label.isPresent() && conference.find(label.get()).isPresent()) {
      program.fault(LABEL_TAKEN, "participantLabel is in use");
      program.next();
      return;
    }
    if (conference.participants().size() >= noun.number("maxParticipants", 250)) {
      program.fault(FULL, "The conference is full");
      program.next();
      return;
    }
    call.answer();
    var setting =
        new Participant.Setting(
            noun.flag("muted", false),
            false,
            noun.flag("startConferenceOnEnter", true),
            noun.flag("endConferenceOnExit", false),
            coach);
    enter(program, dial, conference, call.sid(), label, setting);
    if (!noun.or("record", "do-not-record").equals("do-not-record")
        || !dial.or("record", "do-not-record").matches("do-not-record|false")) {
      Tapes.begin(call, "Conference");
    }
  }

  private static void enter(
      Program program,
      Verb dial,
      Conference conference,
      String sid,
      Optional<String> label,
      Participant.Setting setting) {
    var call = program.call();
    var noun = dial.children().getFirst();
    Runnable out =
        () -> Dialling.over(program, dial, Form.EMPTY.and("DialCallStatus", "completed"));
    var one = new Participant(call, label, setting, out);
    program.whenVerbEnds(() -> {
      call.listenNoMore();
      if (conference.find(sid).filter(there -> there == one).isPresent()) {
        boolean ended = call.status() == CallStatus.COMPLETED;
        conference.leave(one, ended ? "participant_hung_up" : "participant_updated_via_api");
        Dialling.lost(program, dial, Form.EMPTY.and("DialCallStatus", "completed"));
      }
    });
    if (dial.flag("hangupOnStar", false)) {
      call.listen(
          key -> {
            if (key == '*') {
              conference.leave(one, "participant_hung_up");
              out.run();
            }
          },
          _ -> {});
    }
    program.later(
        Duration.ofSeconds(dial.number("timeLimit", 14_400)), () -> conference.remove(one));
    conference.join(one, waiting(program, noun));
  }

  private static Optional<Link> waiting(Program program, Verb noun) {
    if (noun.or("waitUrl", "music").isEmpty()) {
      return Optional.of(Link.post(""));
    }
    return Link.in(noun, "waitUrl", "waitMethod").flatMap(link -> link.from(program.here().url()));
  }

  private static Optional<Reporting> reporting(Program program, Verb noun) {
    var names = noun.given("statusCallbackEvent").map(List::of).orElse(List.of());
    return Link.in(noun, "statusCallback", "statusCallbackMethod")
        .flatMap(link -> link.from(program.here().url()))
        .map(link -> Reporting.of(link, names, ""));
  }
}
