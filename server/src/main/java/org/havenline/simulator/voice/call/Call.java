package org.havenline.simulator.voice.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.havenline.simulator.voice.network.Dates;
import org.havenline.simulator.voice.network.Network;
import org.havenline.simulator.voice.party.EndReason;
import org.havenline.simulator.voice.party.Handset;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Ring;
import org.havenline.simulator.voice.party.Sound;
import org.havenline.simulator.voice.time.Timer;
import org.havenline.simulator.web.Form;
import org.jspecify.annotations.Nullable;

/// One leg: a phone, what Twilio knows of it, and the document it executes.
public final class Call implements Handset {
  private static final Duration SET_UP = Duration.ofMillis(500);
  private static final Duration KEY = Duration.ofMillis(200);

  private final Network network;
  private final CallRecord record;
  private final Party party;
  private final List<Consumer<EndReason>> listeners = new ArrayList<>();
  private Consumer<Character> keys = _ -> {};
  private Consumer<String> words = _ -> {};
  private Runnable whenAnswered = () -> {};
  private @Nullable Program program;
  private Timer patience = Timer.NONE;
  private CallStatus status;
  private @Nullable Instant answered;
  private @Nullable Instant ended;
  private @Nullable EndReason why;
  private String answeredBy = "human";
  private int reports;

  public Call(Network network, CallRecord record, Party party, CallStatus status) {
    this.network = network;
    this.record = record;
    this.party = party;
    this.status = status;
  }

  public Network network() {
    return network;
  }

  public CallRecord record() {
    return record;
  }

  public String sid() {
    return record.sid();
  }

  public CallStatus status() {
    return status;
  }

  public Optional<Instant> answered() {
    return Optional.ofNullable(answered);
  }

  public Optional<Instant> ended() {
    return Optional.ofNullable(ended);
  }

  public Optional<EndReason> why() {
    return Optional.ofNullable(why);
  }

  public Optional<String> answeredBy() {
    return record.machineDetection() && answered != null
        ? Optional.of(answeredBy)
        : Optional.empty();
  }

  /// The parameters of each request about this call.
  public Form fields() {
    var form = record.fields(network.settings().accountSid()).and("CallStatus", status.toString());
    return answeredBy().map(who -> form.and("AnsweredBy", who)).orElse(form);
  }

  /// She dials.
  public void dialled() {
    party.began(this);
  }

  /// Calls the phone.
  ///
  /// @param timeout how long it may ring
  public void ring(Duration timeout, Runnable whenAnswered) {
    this.whenAnswered = whenAnswered;
    becomes(CallStatus.INITIATED);
    patience = network.after(timeout, () -> end(EndReason.NO_ANSWER));
    switch (party.ring()) {
      case Ring.Unreachable(var after) -> network.after(after, () -> end(EndReason.UNREACHABLE));
      case Ring.Busy(var after) -> network.after(after, () -> end(EndReason.BUSY));
      case Ring.Rings() -> network.after(SET_UP, this::rings);
      case Ring.PicksUp(var after, var machine) -> {
        answeredBy = machine ? "machine_start" : "human";
        network.after(SET_UP, this::rings);
        pickUp(SET_UP.plus(after));
      }
    }
  }

  private void rings() {
    if (!status.over()) {
      becomes(CallStatus.RINGING);
      party.rings(this);
    }
  }

  @Override
  public void pickUp(Duration after) {
    network.after(
        after,
        () -> {
          if (!record.inbound() && !status.over() && answered == null) {
            answer();
            party.began(this);
            whenAnswered.run();
          }
        });
  }

  /// Without effect when it has been.
  public void answer() {
    if (answered == null && !status.over()) {
      patience.cancel();
      answered = network.now();
      becomes(CallStatus.IN_PROGRESS);
    }
  }

  /// Another program takes the place of the one before.
  public void execute(Program next) {
    stopProgram();
    program = next;
  }

  private void stopProgram() {
    if (program != null) {
      program.stop();
    }
  }

  /// A sound begins.
  ///
  /// @return what to run when it ends
  public Runnable hear(Sound sound) {
    network.after(
        Duration.ZERO,
        () -> {
          if (!status.over()) {
            party.hears(this, sound);
          }
        });
    return network.ledger().begins(sid(), sound);
  }

  /// Who hears the keys and the words from now on; nobody else does.
  public void listen(Consumer<Character> keys, Consumer<String> words) {
    this.keys = keys;
    this.words = words;
  }

  public void listenNoMore() {
    listen(_ -> {}, _ -> {});
  }

  /// Calls it when the leg has ended, once, at the end.
  public void whenEnded(Consumer<EndReason> listener) {
    listeners.add(listener);
  }

  public void end(EndReason reason) {
    if (status.over()) {
      return;
    }
    patience.cancel();
    ended = network.now();
    why = reason;
    status = answered == null ? unanswered(reason) : CallStatus.COMPLETED;
    network.ledger().ended(sid(), reason);
    stopProgram();
    listenNoMore();
    List.copyOf(listeners).forEach(listener -> listener.accept(reason));
    report("completed");
    party.over(reason);
  }

  private CallStatus unanswered(EndReason reason) {
    return switch (reason) {
      case BUSY -> CallStatus.BUSY;
      case NO_ANSWER, REJECTED -> CallStatus.NO_ANSWER;
      case UNREACHABLE, APPLICATION_ERROR -> CallStatus.FAILED;
      // who calls and gives up has made a call; whom Twilio stops calling has missed one
      case PARTY_HUNG_UP -> record.inbound() ? CallStatus.COMPLETED : CallStatus.BUSY;
      case HANGUP_VERB, DOCUMENT_ENDED, REMOVED, TIME_LIMIT -> CallStatus.COMPLETED;
      case ENDED_BY_REST, OUTBID, DIAL_ENDED -> CallStatus.CANCELED;
    };
  }

  private void becomes(CallStatus next) {
    status = next;
    switch (next) {
      case INITIATED, RINGING -> report(next.toString());
      case IN_PROGRESS -> report("answered");
      default -> {}
    }
  }

  private void report(String event) {
    int number = reports++;
    record
        .reporting()
        .filter(reporting -> reporting.events().contains(event))
        .ifPresent(reporting -> {
          var form =
              fields()
                  .and("Timestamp", Dates.of(network.now()))
                  .and("CallbackSource", "call-progress-events")
                  .and("SequenceNumber", Integer.toString(number));
          network.report(
              reporting.link(),
              event.equals("completed")
                  ? form.and("CallDuration", Long.toString(seconds()))
                      .and("Duration", Long.toString((seconds() + 59) / 60))
                  : form);
        });
  }

  /// From pick-up to the end, or until now; 0 when nobody picked up.
  public long seconds() {
    return answered()
        .map(from -> Duration.between(from, ended().orElseGet(network::now)))
        .map(Duration::toSeconds)
        .orElse(0L);
  }

  @Override
  public void press(Duration after, String pressed) {
    for (int i = 0; i < pressed.length(); i++) {
      char key = pressed.charAt(i);
      whileThere(after.plus(KEY.multipliedBy(i)), () -> keys.accept(key));
    }
  }

  @Override
  public void speak(Duration after, String said) {
    whileThere(after, () -> words.accept(said));
  }

  @Override
  public void hangUp(Duration after) {
    whileThere(after, () -> end(EndReason.PARTY_HUNG_UP));
  }

  private void whileThere(Duration after, Runnable deed) {
    network.after(
        after,
        () -> {
          if (!status.over()) {
            deed.run();
          }
        });
  }
}
