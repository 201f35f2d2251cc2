package org.havenline.testing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.outbox.Envelopes;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.journal.EventLog;
import org.havenline.conversation.Conversations;
import org.havenline.conversation.Transcripts;
import org.havenline.correction.Corrections;
import org.havenline.correction.Verdicts;
import org.havenline.escalation.Deeds;
import org.havenline.escalation.Escalation;
import org.havenline.escalation.Letters;
import org.havenline.intake.Arrivals;
import org.havenline.intake.Inbox;
import org.havenline.intake.Intake;
import org.havenline.intake.Quarantine;
import org.havenline.intake.Understanding;
import org.havenline.lane.Lanes;
import org.havenline.language.LanguageDetector;
import org.havenline.menu.LanguageQuestion;
import org.havenline.offer.OfferBook;
import org.havenline.privacy.KeyFolder;
import org.havenline.privacy.Pseudonyms;
import org.havenline.privacy.Vault;
import org.havenline.queue.Asking;
import org.havenline.queue.Board;
import org.havenline.queue.OnHand;
import org.havenline.queue.Tables;
import org.havenline.queue.Turnover;
import org.havenline.queue.WishBook;
import org.havenline.redis.GroupWriter;
import org.havenline.redis.Redis;
import org.havenline.referral.handover.ReferralRooms;
import org.havenline.referral.stored.Directory;
import org.havenline.responder.Presence;
import org.havenline.risk.RiskMonitor;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.AskLanguage;
import org.havenline.routingconfig.risk.RiskRules;

/// The rooms of one line on a real store, without the threads that drive them: a test takes each
/// step itself, at the time it chooses.
public final class Line implements AutoCloseable {
  public static final Duration LEASE = Duration.ofSeconds(5);
  public static final LineKeys KEYS = new LineKeys(new LineId("demo"));

  private static final Understanding UNDERSTANDING =
      new Understanding(LanguageDetector.load(), RiskMonitor.of(RiskRules.shipped()));

  public final HandClock clock;
  public final Redis redis;
  public final Contacts contacts;
  public final EventLog events;
  public final OfferBook offers;
  public final Presence presence;
  public final Conversations conversations;
  public final Transcripts transcripts;
  public final Envelopes envelopes;
  public final Quarantine quarantine;
  public final Intake intake;
  public final Lanes inbox;
  public final Pseudonyms pseudonyms;
  public final Inbox door;
  public final Arrivals arrivals;
  public final LanguageQuestion question;
  public final WishBook wishes;
  public final Corrections corrections;
  public final Verdicts verdicts;
  public final Asking asking;
  public final Turnover turnover;
  public final Escalation escalation;
  public final ReferralRooms referrals;
  public final Directory directory;

  /// In force; a test may publish others.
  public volatile Tables tables;

  /// Of this line; for whoever opens what it sealed.
  public final KeyFolder keyFiles;

  private final GroupWriter writer;

  public Line(RealRedis store, KeyFolder keyFiles, HandClock clock) {
    this.clock = clock;
    this.keyFiles = keyFiles;
    redis = Redis.open(store.address());
    writer = new GroupWriter(redis);
    var vault = Vault.open(keyFiles);
    pseudonyms = Pseudonyms.open(keyFiles);
    tables = tables(AskLanguage.NEVER);
    contacts = new Contacts(redis, KEYS);
    events = new EventLog(redis, KEYS);
    offers = new OfferBook(redis, KEYS, clock);
    presence = new Presence(redis, KEYS, clock);
    transcripts = new Transcripts(redis, contacts, vault);
    envelopes = new Envelopes(redis, KEYS, transcripts, vault);
    quarantine = new Quarantine(redis, KEYS, vault, pseudonyms, LEASE, clock);
    conversations =
        new Conversations(
            redis, KEYS, transcripts, vault, pseudonyms, clock, Duration.ofMinutes(10), () -> {});
    door = new Inbox(writer, KEYS, vault, pseudonyms, clock);
    arrivals =
        new Arrivals(
            redis, KEYS, () -> tables, contacts, transcripts, envelopes, pseudonyms, LEASE, clock);
    corrections =
        new Corrections(
            redis, KEYS, contacts, conversations, () -> UNDERSTANDING, () -> tables, clock);
    question =
        new LanguageQuestion(
            redis, KEYS, () -> tables, contacts, transcripts, pseudonyms, () -> {}, clock);
    intake =
        new Intake(
            door,
            quarantine,
            contacts,
            org.havenline.places.Hearing.NONE,
            () -> UNDERSTANDING,
            arrivals,
            question,
            corrections::chosen,
            () -> {});
    verdicts = new Verdicts(redis, KEYS);
    wishes = new WishBook(redis, KEYS, contacts, () -> tables, clock);
    var board = new Board(redis, KEYS);
    var onHand = new OnHand(board);
    asking = new Asking(board, onHand, () -> tables, offers, () -> {}, clock);
    turnover = new Turnover(redis, KEYS, () -> tables, () -> {}, clock);
    escalation =
        new Escalation(
            redis,
            KEYS,
            () -> tables,
            turnover,
            contacts,
            new Deeds(
                new Letters(
                    () -> tables,
                    transcripts,
                    envelopes,
                    pseudonyms,
                    (_, _, _) -> java.util.Optional.of("x")),
                onHand),
            Duration.ofMinutes(10),
            clock);
    inbox = new Lanes(redis, KEYS, Inbox.LANES, LEASE, clock);
    var ground =
        GivenReferrals.ground(redis, vault, pseudonyms, URI.create("https://line.example"), clock);
    directory = ground.directory();
    referrals = ReferralRooms.of(ground, KEYS, contacts, transcripts, conversations, true);
  }

  /// The shipped ones. Tests of other matters want no question among the messages.
  public static Tables tables(AskLanguage ask) {
    var all = Tables.of(shipped(), "demo");
    var of = all.line();
    var line =
        new org.havenline.routingconfig.line.Line(
            of.id(),
            of.name(),
            of.numbers(),
            of.languages(),
            of.country(),
            of.timeZone(),
            of.plan(),
            of.hours(),
            ask,
            of.askPlacesAfter(),
            of.dutyPhone(),
            of.talk(),
            of.voicemail());
    return new Tables(all.whole(), line, all.plan(), all.staff(), all.ruling());
  }

  /// Another node of the same line.
  public Line another(RealRedis store) {
    return new Line(store, keyFiles, clock);
  }

  private static RoutingTables shipped() {
    return switch (RoutingTables.shipped(java.util.Set.of("waiting", "page"))) {
      case Reading.Sound(var tables) -> tables;
      case Reading.Faulty(var findings) -> throw new IllegalStateException(findings.toString());
    };
  }

  public InboundMessage text(String sid, String from, String body) {
    return new InboundMessage(
        KEYS.line(),
        sid,
        new Address(Channel.SMS, from),
        new Address(Channel.SMS, "+15005550006"),
        body,
        List.of(),
        "",
        "",
        clock.instant());
  }

  /// Accepts a text, a second after whatever was before, and works through the inbox.
  public ContactId receive(String sid, String from, String body) {
    clock.move(Duration.ofSeconds(1));
    intake.accept(text(sid, from, body));
    Optional<org.havenline.lane.Claim> claim = inbox.claim();
    while (claim.isPresent()) {
      intake.perform(claim.get());
      claim = inbox.claim();
    }
    return contacts.open().stream()
        .max(java.util.Comparator.comparing(contact -> holds(contact, sid)))
        .map(Contact::id)
        .orElseThrow();
  }

  private Boolean holds(Contact contact, String sid) {
    return redis
        .call("LRANGE", KEYS.order(contact.id()), 0, -1)
        .texts()
        .contains("m" + pseudonyms.of("message|" + sid));
  }

  public Contact contact(ContactId id) {
    return contacts.find(id).orElseThrow();
  }

  /// What every script must leave true: each contact is in exactly one place, holds and owners
  /// agree, no owner has two.
  public Map<String, String> brokenInvariants() {
    return Invariants.broken(redis, KEYS, contacts);
  }

  @Override
  public void close() {
    turnover.close();
    writer.close();
    redis.close();
  }
}
