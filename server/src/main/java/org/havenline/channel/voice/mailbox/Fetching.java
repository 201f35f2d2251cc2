package org.havenline.channel.voice.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.call.Calls;
import org.havenline.channel.voice.prompt.PhoneSound;
import org.havenline.channel.voice.prompt.Tapes;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineId;
import org.havenline.contact.MessageId;
import org.havenline.conversation.Transcripts;
import org.havenline.intake.Arrivals;
import org.havenline.intake.Reception;
import org.havenline.lane.Claim;
import org.havenline.lane.LaneWorkers;
import org.havenline.privacy.Pseudonyms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings recorded messages home: puts each into its conversation, fetches it, seals it there, and
/// only then deletes it at the provider. What is done is written down step by step; a node that
/// dies in between leaves a step that is done again and changes nothing.
public final class Fetching implements LaneWorkers.Work {
  public static final String LANES = TapeBook.LANES;

  /// Longer than a few slow answers of the provider.
  public static final Duration LEASE = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration LATER = Duration.ofMinutes(5);

  /// What cannot be read stays at the provider for so long, for somebody to look at.
  private static final Duration UNREAD = Duration.ofDays(1);

  private final LineId line;
  private final TapeBook book;
  private final Calls calls;
  private final Reception reception;
  private final Pseudonyms pseudonyms;
  private final Transcripts transcripts;
  private final Tapes tapes;
  private final InstantSource clock;

  public Fetching(
      LineId line,
      TapeBook book,
      Calls calls,
      Reception reception,
      Pseudonyms pseudonyms,
      Transcripts transcripts,
      Tapes tapes,
      InstantSource clock) {
    this.line = line;
    this.book = book;
    this.calls = calls;
    this.reception = reception;
    this.pseudonyms = pseudonyms;
    this.transcripts = transcripts;
    this.tapes = tapes;
    this.clock = clock;
  }

  @Override
  public void perform(Claim claim) {
    var next = Optional.of(claim);
    while (next.isPresent()) {
      next = book.done(next.get(), look(new CallId(claim.lane())), LEASE);
    }
  }

  /// It is never given up before it runs out.
  @Override
  public void quarantine(Claim claim) {
    LOG.error("messages of call {} could not be looked after", claim.lane());
    book.done(claim, Optional.of(LATER), LEASE);
  }

  /// @return when it is looked at again, empty when nothing is left to do
  private Optional<Duration> look(CallId id) {
    var ask = book.of(id).ask();
    if (ask.filter(due -> !due.isAfter(clock.instant())).isPresent()) {
      tapes
          .of(id.value())
          .ifPresent(all -> {
            all.forEach(sid -> book.lies(id, sid));
            book.asked(id);
          });
    }
    var noted = book.of(id);
    noted.states().forEach((sid, state) -> bring(id, sid, state));
    return again(book.of(id));
  }

  private void bring(CallId id, String sid, String state) {
    boolean home = state.equals(TapeBook.Noted.KEPT);
    if (!home && !state.equals(TapeBook.Noted.GONE)) {
      var call = calls.find(id);
      home =
          call.isPresent() && fetch(call.get(), sid, Instant.ofEpochMilli(Long.parseLong(state)));
    }
    if (home && tapes.delete(sid)) {
      book.gone(id, sid);
    }
  }

  /// @return whether it is here, as far as it ever will be
  private boolean fetch(Call call, String sid, Instant since) {
    var message = message(call, sid, since);
    reception.accept(message);
    var id = Arrivals.idOf(pseudonyms, message.sid());
    var contact = book.contact(id);
    if (contact.isEmpty()) {
      return false; // not placed yet
    }
    var file = tapes.fetch(sid);
    if (file.isEmpty()) {
      book.tell(id, "coming");
      return false;
    }
    return switch (PhoneSound.ofMessage(file.get())) {
      case PhoneSound.Taken taken -> keep(call, sid, id, contact.get(), taken);
      case PhoneSound.Refused refused when refused.isEmpty() -> {
        book.kept(call.id(), sid, id, "empty");
        yield true;
      }
      case PhoneSound.Refused _ -> {
        LOG.error("a message of call {} cannot be read: {}", call.id(), sid);
        boolean over = since.plus(UNREAD).isBefore(clock.instant());
        if (over) {
          book.kept(call.id(), sid, id, "unreadable");
        } else {
          book.tell(id, "unreadable");
        }
        yield over;
      }
    };
  }

  /// As a text of hers would come in: in its conversation, or a new one when that was ended
  /// meanwhile.
  private InboundMessage message(Call call, String sid, Instant since) {
    return new InboundMessage(
        line,
        "call-" + call.id() + "-" + sid,
        call.from(),
        new Address(call.from().channel(), call.to()),
        "",
        List.of(),
        "",
        "",
        since);
  }

  private boolean keep(
      Call call, String sid, MessageId id, ContactId contact, PhoneSound.Taken taken) {
    var key = transcripts.key(contact);
    // without its key nothing of that conversation can be read any more
    key.ifPresent(found -> transcripts.writeSound(contact, found, id, taken.wav()));
    var there = "there " + Math.max(1, taken.length().toSeconds());
    book.kept(call.id(), sid, id, taken.soft() ? there + " soft" : there);
    return true;
  }

  private Optional<Duration> again(TapeBook.Noted noted) {
    var now = clock.instant();
    var waits =
        noted.states().values().stream()
            .filter(state -> !state.equals(TapeBook.Noted.GONE))
            .map(state -> state.equals(TapeBook.Noted.KEPT) ? LATER : patience(state, now));
    var asks = noted.ask().map(due -> due.isAfter(now) ? Duration.between(now, due) : SOON);
    return java.util.stream.Stream.concat(waits, asks.stream()).min(Duration::compareTo);
  }

  /// The longer it lies there, the less often it is tried.
  private static Duration patience(String since, Instant now) {
    var age = Duration.between(Instant.ofEpochMilli(Long.parseLong(since)), now).dividedBy(4);
    return age.compareTo(SOON) < 0 ? SOON : age.compareTo(LATER) > 0 ? LATER : age;
  }
}
