package org.havenline.console;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.havenline.channel.voice.back.Promising;
import org.havenline.channel.voice.softphone.Softphone;
import org.havenline.channel.voice.talk.Deeds;
import org.havenline.console.administrator.PromptOperations;
import org.havenline.console.administrator.TablesOperations;
import org.havenline.console.administrator.TextsOperations;
import org.havenline.console.administrator.TrialOperations;
import org.havenline.console.api.ContactOperations;
import org.havenline.console.api.ConversationOperations;
import org.havenline.console.api.QuarantineOperations;
import org.havenline.console.api.SessionOperations;
import org.havenline.console.api.StaffApi;
import org.havenline.console.call.CallBackOperation;
import org.havenline.console.call.CallOperations;
import org.havenline.console.call.CallTokenOperation;
import org.havenline.console.call.VoiceMessageOperation;
import org.havenline.console.events.EventFeed;
import org.havenline.console.events.EventSocket;
import org.havenline.console.events.Frames;
import org.havenline.console.events.LifeSigns;
import org.havenline.console.events.Snapshot;
import org.havenline.console.page.DeskPage;
import org.havenline.console.places.PlacesOperations;
import org.havenline.console.places.PlacesPage;
import org.havenline.console.referral.ReferralOperations;
import org.havenline.console.referral.StatisticsOperations;
import org.havenline.console.rehearsal.Rehearsals;
import org.havenline.console.services.ExportOperation;
import org.havenline.console.services.ImportOperation;
import org.havenline.console.services.ServiceOperations;
import org.havenline.console.services.Services;
import org.havenline.console.staff.Access;
import org.havenline.console.staff.PasswordHash;
import org.havenline.console.staff.Passwords;
import org.havenline.console.staff.Sessions;
import org.havenline.console.staff.SignIn;
import org.havenline.console.staff.Throttle;
import org.havenline.console.understanding.CorrectionOperations;
import org.havenline.console.view.ContactView;
import org.havenline.console.view.MessageView;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.contact.journal.Event;
import org.havenline.contact.journal.EventLog;
import org.havenline.conversation.Conversations;
import org.havenline.conversation.Typing;
import org.havenline.correction.Corrections;
import org.havenline.correction.Verdicts;
import org.havenline.http.porch.BlockingRoutes;
import org.havenline.intake.Quarantine;
import org.havenline.offer.OfferBook;
import org.havenline.queue.WishBook;
import org.havenline.redis.Redis;
import org.havenline.referral.handover.ReferralRooms;
import org.havenline.responder.Presence;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.tables.Administration;
import org.havenline.translations.Texts;
import org.havenline.trial.Trial;

/// The desk of one line: the page, the API and the event socket of its staff, put together.
public final class Desk implements AutoCloseable {
  private final DeskPage page;
  private final PasswordHash hash = new PasswordHash();
  private final Passwords passwords;
  private final StaffApi api;
  private final PlacesPage placesPage;
  private final EventFeed feed;
  private final EventSocket socket;

  /// What the desk shows and changes.
  ///
  /// @param texts whose text messages a draft of tables may name
  /// @param meaning of a risk's code in plain words; empty when not known (yet)
  public record Rooms(
      EventLog log,
      Contacts contacts,
      OfferBook offers,
      Conversations conversations,
      Presence presence,
      Quarantine quarantine,
      Supplier<RoutingTables> tables,
      Texts texts,
      WishBook wishes,
      Corrections corrections,
      Verdicts verdicts,
      UnaryOperator<String> meaning,
      Administration administration,
      Services services,
      ReferralRooms referrals) {}

  /// What it shows and changes of calls.
  ///
  /// @param prompts what callers hear
  /// @param deeds what is done to talks
  /// @param softphone what rings here in place of a telephone
  public record Telephone(PromptOperations prompts, Deeds deeds, Softphone softphone) {}

  /// To be called from an ordinary thread, which it blocks for a moment.
  public Desk(
      Vertx vertx,
      Redis redis,
      LineKeys keys,
      Rooms rooms,
      Telephone telephone,
      URI publicUrl,
      InstantSource clock,
      RandomGenerator random) {
    var library = telephone.softphone().tokens().flatMap(_ -> DeskPage.voiceLibrary());
    page = new DeskPage(library);
    var sessions = new Sessions(redis, keys, clock, random);
    passwords = new Passwords(redis, keys, hash, sessions, clock);
    var throttle = new Throttle(redis, keys, clock);
    var signIn = new SignIn(rooms.tables(), passwords, sessions, throttle);
    var access = new Access(signIn, publicUrl);
    var contactView = new ContactView(rooms.tables(), rooms.meaning());
    var messageView = new MessageView(rooms.meaning());
    var corrections =
        new CorrectionOperations(rooms.corrections(), rooms.verdicts(), rooms.tables());
    var callBack =
        new CallBackOperation(new Promising(redis, keys, rooms.contacts(), clock), rooms.tables());
    var tables = new TablesOperations(rooms.administration());
    var past = new Trial(rooms.log(), rooms.contacts(), rooms.conversations(), rooms.verdicts());
    var imports = new ImportOperation(rooms.services());
    var exports = new ExportOperation(rooms.services().directory());
    var services = new ServiceOperations(rooms.services(), rooms.tables(), clock);
    placesPage = new PlacesPage(rooms.services().directory(), rooms.services().links(), clock);
    var places =
        new PlacesOperations(
            rooms.services().directory(), rooms.services().links(), publicUrl, clock);
    var texts = new TextsOperations(rooms.texts());
    var trials = new TrialOperations(rooms.administration(), past, clock);
    var referrals = new ReferralOperations(rooms.contacts(), rooms.referrals());
    var calls =
        new CallOperations(
            rooms.contacts(),
            telephone.deeds(),
            rooms.corrections(),
            rooms.administration().archive(),
            rooms.tables());
    var callToken =
        new CallTokenOperation(telephone.softphone(), library.isPresent(), rooms.presence());
    var spoken =
        new VoiceMessageOperation(
            rooms.contacts(), rooms.conversations(), rooms.administration().archive());
    var statistics = new StatisticsOperations(rooms.referrals().tallies());
    api =
        new StaffApi(
            vertx,
            publicUrl,
            access,
            new SessionOperations(signIn, sessions, rooms.presence()),
            new ContactOperations(
                rooms.contacts(), rooms.offers(), rooms.wishes(), rooms.tables(), contactView),
            new ConversationOperations(rooms.contacts(), rooms.conversations(), messageView),
            new QuarantineOperations(rooms.quarantine()),
            new Rehearsals(rooms.tables(), rooms.texts().messages(), clock),
            operations -> {
              tables.addTo(operations);
              trials.addTo(operations);
              texts.addTo(operations);
              corrections.addTo(operations);
              callBack.addTo(operations);
              services.addTo(operations);
              imports.addTo(operations);
              exports.addTo(operations);
              places.addTo(operations);
              referrals.addTo(operations);
              calls.addTo(operations);
              callToken.addTo(operations);
              spoken.addTo(operations);
              statistics.addTo(operations);
              telephone.prompts().addTo(operations);
            });
    feed = new EventFeed(rooms.log(), rooms.contacts());
    socket =
        new EventSocket(
            vertx,
            access,
            feed,
            frames(rooms, contactView, messageView, clock),
            new LifeSigns(rooms.presence(), access, new Typing(redis, keys, clock)),
            clock);
  }

  private static Frames frames(
      Rooms rooms, ContactView contactView, MessageView messageView, InstantSource clock) {
    return new Frames(
        rooms.contacts(),
        rooms.conversations(),
        contactView,
        messageView,
        rooms.tables(),
        new Snapshot(
            rooms.log(),
            rooms.contacts(),
            rooms.presence(),
            rooms.quarantine(),
            contactView,
            rooms.tables(),
            clock));
  }

  /// Adds `/desk`, `/desk/events`, `/api/v1`, and the page of services `/p`.
  public void mount(Router router, BlockingRoutes routes) {
    router.get("/desk/events").setName("events").handler(socket);
    router.get("/desk").setName("desk").handler(routes.bounded(page));
    router.get("/desk/*").setName("desk").handler(routes.bounded(page));
    router.get("/p/:token").setName("places").handler(routes.bounded(placesPage));
    router.post("/p/:token").setName("places").handler(routes.bounded(placesPage));
    api.mount(router, routes);
  }

  /// Takes in every event of the line, in order.
  public void hear(Event event) {
    feed.hear(event);
  }

  public Passwords passwords() {
    return passwords;
  }

  /// Sends the consoles away first, so that they come back while others still answer.
  @Override
  public void close() {
    socket.close();
    feed.close();
    hash.close();
  }
}
