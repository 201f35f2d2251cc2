package org.havenline;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.havenline.channel.outbox.Envelopes;
import org.havenline.channel.outbox.OutboxWorker;
import org.havenline.channel.webchat.session.ChatLine;
import org.havenline.channel.webchat.session.Chats;
import org.havenline.console.Desk;
import org.havenline.console.services.Services;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.Event;
import org.havenline.contact.journal.EventLog;
import org.havenline.conversation.Conversations;
import org.havenline.conversation.Transcripts;
import org.havenline.correction.Corrections;
import org.havenline.correction.Verdicts;
import org.havenline.escalation.CallBacks;
import org.havenline.escalation.Deeds;
import org.havenline.escalation.Escalation;
import org.havenline.escalation.Letters;
import org.havenline.intake.Arrivals;
import org.havenline.intake.Inbox;
import org.havenline.intake.Intake;
import org.havenline.intake.Quarantine;
import org.havenline.lane.LaneWorkers;
import org.havenline.lane.Lanes;
import org.havenline.menu.LanguageQuestion;
import org.havenline.offer.Offer;
import org.havenline.offer.OfferBook;
import org.havenline.places.PlaceRooms;
import org.havenline.queue.Board;
import org.havenline.queue.Clockwork;
import org.havenline.queue.Dispatcher;
import org.havenline.queue.LineTables;
import org.havenline.queue.OnHand;
import org.havenline.queue.Turnover;
import org.havenline.queue.WishBook;
import org.havenline.redis.StreamTail;
import org.havenline.referral.handover.ReferralRooms;
import org.havenline.referral.handover.ServiceDoor;
import org.havenline.responder.Presence;
import org.havenline.tables.Administration;
import org.havenline.tables.InForce;
import org.havenline.tables.TablesWatch;
import org.havenline.translations.Texts;

/// One line of a server, its rooms put together in the order in which a message walks through them.
final class Hotline implements AutoCloseable {
  /// A worker silent for so long is taken for dead.
  private static final Duration INBOX_LEASE = Duration.ofSeconds(5);

  /// Longer than a slow answer of the provider.
  private static final Duration OUTBOX_LEASE = Duration.ofSeconds(15);

  private static final int WORKERS = 16;

  /// An answer that could not be sent for so long is shown as not sent: read late, by another, it
  /// can do harm.
  static final Duration NOT_AFTER = Duration.ofMinutes(10);

  /// After these something may have to be sent.
  private static final Set<String> SENDS = Set.of("contact.escalated", "contact.call-back-due");

  private final LineKeys keys;
  private final LineTables inForce;
  private final Contacts contacts;
  private final EventLog events;
  private final Presence presence;
  private final OfferBook offers;
  private final WishBook wishes;
  private final Conversations conversations;
  private final Corrections corrections;
  private final Verdicts verdicts;
  private final UnaryOperator<String> meaning;
  private final Quarantine quarantine;
  private final PlaceRooms places;
  private final ReferralRooms referrals;
  private final Intake intake;

  private final Turnover turnover;
  private final LaneWorkers inboxWorkers;
  private final LaneWorkers outboxWorkers;
  private final Optional<LaneWorkers> mailWorkers;
  private final Dispatcher dispatcher;
  private final Clockwork clockwork;
  private final StreamTail tail;
  private volatile boolean closed;

  /// @param heard is given every event of the line, in order, whichever node caused it
  Hotline(LineId line, Foundation on, Consumer<Event> heard) {
    var redis = on.redis();
    var clock = on.clock();
    keys = new LineKeys(line);
    inForce = new LineTables(on.tables(), line);
    contacts = new Contacts(redis, keys);
    events = new EventLog(redis, keys);
    presence = new Presence(redis, keys, clock);
    offers = new OfferBook(redis, keys, clock);
    var transcripts = new Transcripts(redis, contacts, on.vault());
    var envelopes = new Envelopes(redis, keys, transcripts, on.vault());

    // what is said, and who corrects what was understood of it
    conversations =
        new Conversations(
            redis,
            keys,
            transcripts,
            on.vault(),
            on.pseudonyms(),
            clock,
            NOT_AFTER,
            this::wakeOutbox);
    corrections =
        new Corrections(
            redis, keys, contacts, conversations, on.understanding()::join, inForce, clock);

    // accept, understand, decide
    quarantine = new Quarantine(redis, keys, on.vault(), on.pseudonyms(), INBOX_LEASE, clock);
    var arrivals =
        new Arrivals(
            redis,
            keys,
            inForce,
            contacts,
            transcripts,
            envelopes,
            on.pseudonyms(),
            INBOX_LEASE,
            clock);
    places =
        PlaceRooms.of(
            redis,
            keys,
            inForce,
            on.referrals().directory(),
            envelopes,
            on.sentences(),
            on.pseudonyms(),
            this::wakeOutbox,
            INBOX_LEASE,
            clock);
    intake =
        new Intake(
            new Inbox(on.writer(), keys, on.vault(), on.pseudonyms(), clock),
            quarantine,
            contacts,
            places.texts(),
            on.understanding()::join,
            arrivals,
            new LanguageQuestion(
                redis,
                keys,
                inForce,
                contacts,
                transcripts,
                on.pseudonyms(),
                this::wakeOutbox,
                clock),
            corrections::chosen,
            this::wakeInbox);
    var inbox = new Lanes(redis, keys, Inbox.LANES, INBOX_LEASE, clock);
    inboxWorkers = new LaneWorkers("inbox", WORKERS, inbox, intake, clock, on.understanding());

    // wait, offer
    wishes = new WishBook(redis, keys, contacts, inForce, clock);
    turnover = new Turnover(redis, keys, inForce, this::wakeDispatcher, clock);
    var board = new Board(redis, keys);
    var onHand = new OnHand(board);
    dispatcher = new Dispatcher(board, onHand, inForce, offers, turnover, clock);
    var letters = new Letters(inForce, transcripts, envelopes, on.pseudonyms(), on.sentences());
    var escalation =
        new Escalation(
            redis, keys, inForce, turnover, contacts, new Deeds(letters, onHand), NOT_AFTER, clock);
    var callBacks = new CallBacks(redis, keys, inForce, contacts, letters, NOT_AFTER, clock);
    clockwork =
        new Clockwork(
            redis,
            keys,
            Map.of(
                "offer", what -> offers.expire(Offer.parse(what.replace('|', '.'))),
                "step", what -> escalation.step(new ContactId(what)),
                "call-back", what -> callBacks.due(new ContactId(what)),
                "presence", what -> presence.lapse(new ResponderId(what)),
                "chat", what -> new Chats(redis, keys, clock).end(what)),
            clock);

    // converse
    verdicts = new Verdicts(redis, keys);
    meaning = code -> on.understanding().thenApply(one -> one.meaning(code)).getNow("");
    var outbox = new Lanes(redis, keys, OutboxWorker.LANES, OUTBOX_LEASE, clock);
    var worker = new OutboxWorker(redis, keys, envelopes, on.senders(), OUTBOX_LEASE, clock);
    outboxWorkers = new LaneWorkers("outbox", WORKERS, outbox, worker, clock);

    // refer
    referrals =
        ReferralRooms.of(
            on.referrals(), keys, contacts, transcripts, conversations, on.mail().isPresent());
    mailWorkers = on.mail().map(mail -> referrals.mailing(on.referrals(), keys, mail));

    tail = events.follow(events.last(), event -> hear(event, on.tables(), heard), this::pause);
  }

  /// From now on the line is ruled by this, on every node.
  void rule(InForce now) {
    turnover.rule(inForce.of(now), now.switches().mode(), now.isDown(keys.line()));
  }

  private void hear(Event event, TablesWatch watch, Consumer<Event> heard) {
    if (event.type().equals("tables.changed")) {
      watch.wake();
    }
    dispatcher.hear(event);
    if (SENDS.contains(event.type())) {
      wakeOutbox();
    }
    heard.accept(event);
  }

  // wired before the workers are there
  private void wakeDispatcher() {
    dispatcher.wake();
  }

  private void wakeInbox() {
    inboxWorkers.wake();
  }

  private void wakeOutbox() {
    outboxWorkers.wake();
  }

  private boolean pause() {
    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    return !closed;
  }

  Intake reception() {
    return intake;
  }

  /// What the desk of this line shows and changes.
  Desk.Rooms rooms(Administration administration, Texts texts, Services services) {
    return new Desk.Rooms(
        events,
        contacts,
        offers,
        conversations,
        presence,
        quarantine,
        () -> administration.watch().get().tables(),
        texts,
        wishes,
        corrections,
        verdicts,
        meaning,
        administration,
        services,
        referrals);
  }

  /// What a service's link leads to.
  ServiceDoor.OfLine door() {
    return referrals.door();
  }

  /// What the page stands on that people write on.
  ChatLine chats(Chats chats) {
    return new ChatLine(keys, inForce, intake, contacts, conversations, chats);
  }

  LineKeys keys() {
    return keys;
  }

  /// Lets what is in hand be finished, then stops.
  @Override
  public void close() {
    closed = true;
    tail.close();
    clockwork.close();
    places.rounds().close();
    dispatcher.close();
    turnover.close();
    inboxWorkers.close();
    outboxWorkers.close();
    mailWorkers.ifPresent(LaneWorkers::close);
  }
}
