package org.havenline.simulator.voice.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.havenline.simulator.twiml.Complaint;
import org.havenline.simulator.twiml.Twiml;
import org.havenline.simulator.twiml.Verb;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.voice.party.EndReason;
import org.havenline.simulator.voice.party.Sound;
import org.havenline.simulator.voice.time.Timer;
import org.havenline.simulator.voice.web.WebReply;
import org.havenline.simulator.web.Form;

/// Executes documents on one leg, one verb after the other.
public final class Program {
  private static final Duration APOLOGY = Duration.ofSeconds(4);
  private static final int INVALID_URL = 11_100;

  /// How it came to its end by itself.
  public enum Exit {
    FELL_OFF,
    HANGUP,
    REJECTED,
    BUSY,
    /// `<Leave>`.
    LEFT;

    /// What it means for the call whose own document this was.
    public EndReason reason() {
      return switch (this) {
        case FELL_OFF -> EndReason.DOCUMENT_ENDED;
        case HANGUP, LEFT -> EndReason.HANGUP_VERB;
        case REJECTED -> EndReason.REJECTED;
        case BUSY -> EndReason.BUSY;
      };
    }
  }

  private final Call call;
  private final Place place;
  private final Map<String, Action> actions;
  private final Consumer<Exit> done;
  private final List<Timer> timers = new ArrayList<>();
  private List<Verb> verbs = List.of();
  private Link here = Link.post("");
  private Optional<Link> fallback = Optional.empty();
  private Runnable cleanUp = () -> {};
  private Timer playing = Timer.NONE;
  private int at;
  private boolean over;

  public Program(Call call, Place place, Map<String, Action> actions, Consumer<Exit> done) {
    this.call = call;
    this.place = place;
    this.actions = actions;
    this.done = done;
  }

  public Call call() {
    return call;
  }

  /// Where the document came from.
  public Link here() {
    return here;
  }

  /// What is asked when a document cannot be had.
  public Program fallback(Optional<Link> link) {
    fallback = link;
    return this;
  }

  /// Another document takes the place of this one.
  ///
  /// @param link relative to this one, or absolute
  public void goTo(Link link, Form extra) {
    endVerb();
    var target = link.from(here.url());
    if (target.isEmpty()) {
      fail(INVALID_URL, "No absolute address can be made of an action or a redirect");
      return;
    }
    call.network()
        .ask(
            target.get(),
            call.fields().and(extra),
            reply -> {
              if (!over) {
                take(target.get(), reply);
              }
            });
  }

  private void take(Link from, WebReply reply) {
    int problem = reply.problem();
    if (problem == 0) {
      here = from;
      run(reply.body().isBlank() ? new Twiml(List.of(), List.of()) : Twiml.read(reply.body()));
      return;
    }
    var what = "HTTP " + reply.status() + " " + reply.contentType() + " from " + from.url();
    if (fallback.isEmpty()) {
      fail(problem, what);
      return;
    }
    call.network().ledger().fault(call.sid(), problem, what);
    var next = fallback.get();
    fallback = Optional.empty();
    goTo(next, Form.EMPTY.and("ErrorCode", Integer.toString(problem)).and("ErrorUrl", from.url()));
  }

  /// Begins with a document.
  public void run(Twiml document) {
    for (var complaint : document.complaints()) {
      if (!complaint.fatal()) {
        fault(complaint.code(), complaint.where() + " " + complaint.what());
      }
    }
    if (document.broken()) {
      var why = document.complaints().getFirst();
      fail(why.code(), why.what());
      return;
    }
    verbs = document.verbs();
    at = 0;
    next();
  }

  /// The verb is over: the next one.
  public void next() {
    endVerb();
    if (over) {
      return;
    }
    if (at == verbs.size()) {
      leave(Exit.FELL_OFF);
      return;
    }
    var verb = verbs.get(at);
    boolean first = at == 0;
    at++;
    var action = actions.get(verb.name());
    if (action == null || !place.allows(verb.name())) {
      fault(Complaint.SCHEMA, "<" + verb.name() + "> does nothing in " + place);
      next();
      return;
    }
    if (place == Place.CALL && !(first && waits(verb))) {
      call.answer();
    }
    action.run(this, verb);
  }

  /// As the first verb, these do not pick up the phone.
  private static boolean waits(Verb verb) {
    return switch (verb.name()) {
      case "Reject", "Pause", "Redirect" -> true;
      case "Dial" -> verb.flag("answerOnBridge", false);
      default -> false;
    };
  }

  /// Ends by itself.
  public void leave(Exit exit) {
    if (!over) {
      stop();
      done.accept(exit);
    }
  }

  /// Ended from outside: whatever the verb holds is let go.
  public void stop() {
    over = true;
    endVerb();
  }

  /// What the verb must let go when it ends, however it does.
  public void whenVerbEnds(Runnable what) {
    var before = cleanUp;
    cleanUp =
        () -> {
          before.run();
          what.run();
        };
  }

  private void endVerb() {
    silence();
    timers.forEach(Timer::cancel);
    timers.clear();
    var clean = cleanUp;
    cleanUp = () -> {};
    clean.run();
  }

  /// Something of this verb, which does not outlive it.
  public Timer later(Duration delay, Runnable what) {
    var timer = call.network().after(delay, what);
    timers.add(timer);
    return timer;
  }

  public void play(Sound sound, Duration time, Runnable then) {
    silence();
    var ends = call.hear(sound);
    var timer =
        later(
            time,
            () -> {
              silence();
              then.run();
            });
    playing =
        () -> {
          timer.cancel();
          ends.run();
        };
  }

  /// Stops what is being played.
  public void silence() {
    var stopped = playing;
    playing = Timer.NONE;
    stopped.cancel();
  }

  public void fault(int code, String what) {
    call.network().ledger().fault(call.sid(), code, what);
  }

  /// Twilio apologises and hangs up.
  public void fail(int code, String what) {
    endVerb();
    fault(code, what);
    call.answer();
    play(
        new Sound.Tone(Sound.Kind.APPLICATION_ERROR),
        APOLOGY,
        () -> call.end(EndReason.APPLICATION_ERROR));
  }
}
