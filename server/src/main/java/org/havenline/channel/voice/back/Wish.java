package org.havenline.channel.voice.back;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.Turn;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.call.Caller;
import org.havenline.channel.voice.call.Calls;
import org.havenline.channel.voice.call.Waiting;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.conversation.SafeTimes;
import org.havenline.queue.Tables;

/// What one who waits is asked who wants to be called back: until when her telephone may be rung,
/// and for digits by which she is known. Only who comes to the end is promised anything.
public final class Wish {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration THEN = Duration.ofSeconds(1);
  private static final int DIGITS = 4;
  private static final int MOST_TRIES = 2;

  /// How long it is safe, by key. There is no "always": nobody knows who has her telephone then.
  private static final Map<String, Duration> SAFE_FOR =
      Map.of("1", Duration.ofHours(1), "2", Duration.ofHours(4));

  private final Calls calls;
  private final Contacts contacts;
  private final Promising promising;
  private final Backs backs;
  private final SafeTimes safe;
  private final Supplier<Tables> tables;
  private final Speech speech;
  private final InstantSource clock;

  public Wish(
      Calls calls,
      Contacts contacts,
      Promising promising,
      Backs backs,
      SafeTimes safe,
      Supplier<Tables> tables,
      Speech speech,
      InstantSource clock) {
    this.calls = calls;
    this.contacts = contacts;
    this.promising = promising;
    this.backs = backs;
    this.safe = safe;
    this.tables = tables;
    this.speech = speech;
    this.clock = clock;
  }

  /// Whether she can be called at all, and has not said that she may not be.
  public boolean isOpenTo(Waiting waiting) {
    return isCallable(waiting.call()) && isSafe(waiting.safe().until());
  }

  private boolean isOpenTo(Call call) {
    return isCallable(call) && isSafe(contact(call).flatMap(safe::until));
  }

  private static boolean isCallable(Call call) {
    return call.stage() == Call.Stage.WAITING && Caller.hasNumber(call.from());
  }

  private boolean isSafe(Optional<Instant> until) {
    return until.filter(clock.instant()::isAfter).isEmpty();
  }

  private Optional<ContactId> contact(Call call) {
    return contacts.of(call.person());
  }

  /// She has pressed the key.
  public Turn asked(Call call) {
    return new Turn.Ask(List.of(say(call, "callBackWhen")), PATIENCE, "wish");
  }

  private Turn.Spoken say(Call call, String key) {
    var main = tables.get().line().languages().getFirst();
    return speech.say(key, Map.of(), call.language(), main);
  }

  /// She has said until when.
  ///
  /// @return empty when she is promised nothing, and waits on
  public Optional<Turn> chosen(CallId id, String key) {
    return open(id).filter(_ -> SAFE_FOR.containsKey(key)).map(call -> digits(call, key, 0));
  }

  private Optional<Call> open(CallId id) {
    return calls.heard(id).filter(this::isOpenTo);
  }

  private Turn digits(Call call, String key, int tries) {
    return new Turn.Digits(
        List.of(say(call, "callBackCode")),
        PATIENCE,
        DIGITS,
        "wish/code?safe=" + key + "&n=" + tries);
  }

  /// She has chosen digits, or none. Too few are asked for once more, then nothing is promised: she
  /// would think that they protect her.
  ///
  /// @param key by which she said until when
  /// @param tries how often she was asked before this
  public Optional<Turn> coded(CallId id, String key, int tries, String digits) {
    var safeFor = SAFE_FOR.get(key);
    var found = open(id);
    if (safeFor == null || found.isEmpty()) {
      return Optional.empty();
    }
    var call = found.get();
    if (!digits.isEmpty() && !digits.matches("\\d{" + DIGITS + "}")) {
      return tries + 1 < MOST_TRIES ? Optional.of(digits(call, key, tries + 1)) : Optional.empty();
    }
    return contact(call)
        .filter(contact ->
            promising.promise(
                contact,
                clock.instant().plus(safeFor),
                backs.code(Backs.id(contact), digits),
                call.language()))
        .map(_ -> new Turn.Ask(List.of(say(call, "callBackDone")), THEN, "next?n=1"));
  }
}
