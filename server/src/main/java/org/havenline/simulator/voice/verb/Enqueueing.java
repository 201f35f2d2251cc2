package org.havenline.simulator.voice.verb;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.havenline.simulator.twiml.Verb;
import org.havenline.simulator.voice.call.Action;
import org.havenline.simulator.voice.call.Place;
import org.havenline.simulator.voice.call.Program;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.voice.party.EndReason;
import org.havenline.simulator.voice.party.Sound;
import org.havenline.simulator.voice.room.Member;
import org.havenline.simulator.voice.room.Queue;
import org.havenline.simulator.voice.room.Queues;
import org.havenline.simulator.web.Form;
import org.jspecify.annotations.Nullable;

/// `<Enqueue>`: she waits in a queue and hears its `waitUrl` again and again.
record Enqueueing(Queues queues, Map<String, Action> actions) implements Action {
  /// A document of no length would be asked for without end.
  private static final Duration SHORTEST_ROUND = Duration.ofSeconds(1);

  @Override
  public void run(Program program, Verb verb) {
    var queue = queues.named(verb.text());
    if (queue.full() || queue.members().size() >= verb.number("maxQueueSize", queue.most())) {
      over(program, verb, result(queue, "queue-full", Duration.ZERO));
      return;
    }
    new Waiting(program, verb, queue).begin();
  }

  private static void over(Program program, Verb verb, Form result) {
    Link.in(verb, "action", "method")
        .ifPresentOrElse(link -> program.goTo(link, result), program::next);
  }

  private static Form result(Queue queue, String result, Duration waited) {
    return Form.EMPTY
        .and("QueueResult", result)
        .and("QueueSid", queue.sid())
        .and("QueueTime", Long.toString(waited.toSeconds()));
  }

  private final class Waiting {
    private final Program program;
    private final Verb verb;
    private final Queue queue;
    private final Member member;
    private @Nullable Program round;
    private Runnable music = () -> {};
    private boolean quiet;

    Waiting(Program program, Verb verb, Queue queue) {
      this.program = program;
      this.verb = verb;
      this.queue = queue;
      this.member =
          new Member(
              program.call(),
              this::stop,
              result -> over(program, verb, Enqueueing.result(queue, result, waited())));
    }

    private Duration waited() {
      return member.waited(program.call().network());
    }

    void begin() {
      program.whenVerbEnds(this::cut);
      queue.join(member);
      if (quiet) {
        return; // somebody was waiting for her
      }
      if (verb.or("waitUrl", "music").equals("music")) {
        music = program.call().hear(new Sound.Tone(Sound.Kind.HOLD_MUSIC));
      } else {
        Link.in(verb, "waitUrl", "waitUrlMethod")
            .flatMap(link -> link.from(program.here().url()))
            .ifPresent(this::round);
      }
    }

    private void round(Link link) {
      var began = program.call().network().now();
      var next =
          new Program(program.call(), Place.QUEUE, actions, exit -> after(exit, link, began));
      round = next;
      next.goTo(
          link,
          Form.EMPTY
              .and("QueuePosition", Integer.toString(queue.members().indexOf(member) + 1))
              .and("QueueSid", queue.sid())
              .and("QueueTime", Long.toString(waited().toSeconds()))
              .and("AvgQueueTime", Long.toString(waited().toSeconds()))
              .and("CurrentQueueSize", Integer.toString(queue.members().size()))
              .and("MaxQueueSize", Integer.toString(queue.most())));
    }

    private void after(Program.Exit exit, Link link, Instant began) {
      switch (exit) {
        case FELL_OFF -> {
          var took = Duration.between(began, program.call().network().now());
          var rest = SHORTEST_ROUND.minus(took);
          if (rest.isPositive()) {
            program.later(
                rest,
                () -> {
                  if (!quiet) {
                    round(link);
                  }
                });
          } else {
            round(link);
          }
        }
        case LEFT -> {
          queue.remove(member);
          member.left("leave");
        }
        default -> program.call().end(EndReason.HANGUP_VERB);
      }
    }

    private void stop() {
      quiet = true;
      music.run();
      Optional.ofNullable(round).ifPresent(Program::stop);
    }

    /// The call ended, or REST sent it elsewhere.
    private void cut() {
      queue.remove(member);
      boolean taken = member.taken();
      if (member.gone()) {
        boolean ended = program.call().status().over();
        var result =
            taken ? ended ? "bridged" : "redirected-from-bridged" : ended ? "hangup" : "redirected";
        Link.in(verb, "action", "method")
            .flatMap(link -> link.from(program.here().url()))
            .ifPresent(link ->
                program
                    .call()
                    .network()
                    .tell(
                        link,
                        program.call().fields().and(Enqueueing.result(queue, result, waited()))));
      }
    }
  }
}
