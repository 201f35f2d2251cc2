package org.havenline.simulator.voice.verb;

import java.time.Duration;
import java.util.Map;
import org.havenline.simulator.twiml.Verb;
import org.havenline.simulator.voice.call.Action;
import org.havenline.simulator.voice.call.Place;
import org.havenline.simulator.voice.call.Program;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.voice.room.Bridge;
import org.havenline.simulator.voice.room.Member;
import org.havenline.simulator.voice.room.Queue;
import org.havenline.simulator.voice.room.Queues;
import org.havenline.simulator.web.Form;
import org.jspecify.annotations.Nullable;

/// `<Dial><Queue>`: bridges this leg to the first who waits, or to the next who comes.
record QueueDial(Queues queues, Map<String, Action> actions) implements Action {
  @Override
  public void run(Program program, Verb dial) {
    var noun = dial.children().getFirst();
    var queue = queues.known(noun.text());
    if (queue.isEmpty()) {
      Dialling.over(program, dial, Form.EMPTY.and("DialCallStatus", "failed"));
      return;
    }
    new Taking(program, dial, noun, queue.get()).begin();
  }

  private final class Taking {
    private final Program program;
    private final Verb dial;
    private final Verb noun;
    private final Queue queue;
    private @Nullable Member member;
    private @Nullable Bridge bridge;
    private boolean over;

    Taking(Program program, Verb dial, Verb noun, Queue queue) {
      this.program = program;
      this.dial = dial;
      this.noun = noun;
      this.queue = queue;
    }

    void begin() {
      program.whenVerbEnds(this::cut);
      var front = queue.front();
      if (front.isPresent()) {
        take(front.get());
        return;
      }
      var stopWaiting = queue.await(this::take);
      program.whenVerbEnds(stopWaiting);
      program.later(
          Duration.ofSeconds(dial.number("timeout", 30)),
          () -> {
            if (member == null) {
              over("no-answer");
            }
          });
    }

    private void take(Member taken) {
      member = taken;
      var waited = taken.waited(program.call().network());
      queue.take(taken, () -> over("completed"));
      var url = Link.in(noun, "url", "method").flatMap(link -> link.from(program.here().url()));
      if (url.isEmpty()) {
        connect();
        return;
      }
      var telling = new Program(taken.call(), Place.ASIDE, actions, _ -> connect());
      program.whenVerbEnds(telling::stop);
      taken.call().whenEnded(_ -> telling.stop());
      telling.goTo(
          url.get(),
          Form.EMPTY
              .and("QueueSid", queue.sid())
              .and("QueueTime", Long.toString(waited.toSeconds()))
              .and("DequeingCallSid", program.call().sid()));
    }

    private void connect() {
      if (over || member == null || member.over()) {
        return;
      }
      bridge = new Bridge(member.call(), program.call());
      if (dial.flag("hangupOnStar", false)) {
        program.call().listen(key -> star(key), _ -> {});
      }
      program.later(Duration.ofSeconds(dial.number("timeLimit", 14_400)), () -> over("completed"));
    }

    private void star(char key) {
      if (key == '*') {
        over("completed");
      }
    }

    private void over(String status) {
      if (close()) {
        Dialling.over(program, dial, result(status));
      }
    }

    private void cut() {
      if (close()) {
        Dialling.lost(program, dial, result("completed"));
      }
    }

    private boolean close() {
      if (over) {
        return false;
      }
      over = true;
      program.call().listenNoMore();
      if (bridge != null) {
        bridge.close();
      }
      if (member != null) {
        member.left(bridge == null ? "error" : "bridged");
      }
      return true;
    }

    private Form result(String status) {
      var form =
          Form.EMPTY
              .and("DialCallStatus", status)
              .and("DialBridged", Boolean.toString(bridge != null));
      return member == null ? form : form.and("DialCallSid", member.call().sid());
    }
  }
}
