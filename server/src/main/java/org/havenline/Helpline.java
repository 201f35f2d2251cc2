package org.havenline;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.havenline.channel.link.ReferralDoor;
import org.havenline.channel.outbox.DeliveryBook;
import org.havenline.channel.webchat.ChatDoor;
import org.havenline.channel.webchat.ChatSender;
import org.havenline.channel.webchat.Crowd;
import org.havenline.channel.webchat.page.Partners;
import org.havenline.channel.webchat.session.Chats;
import org.havenline.config.ServerConfig;
import org.havenline.config.StartRefused;
import org.havenline.console.Desk;
import org.havenline.contact.LineId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.Ears;
import org.havenline.http.Networks;
import org.havenline.http.porch.BlockingRoutes;
import org.havenline.http.porch.CannotListen;
import org.havenline.http.porch.HttpPorch;
import org.havenline.http.watch.EventLoopWatch;
import org.havenline.http.watch.ManagementPorch;
import org.havenline.http.watch.ReadyCheck;
import org.havenline.intake.Understanding;
import org.havenline.privacy.Keys;
import org.havenline.privacy.Pseudonyms;
import org.havenline.redis.GroupWriter;
import org.havenline.redis.Redis;
import org.havenline.translations.Texts;
import org.havenline.translations.spoken.SoundFiles;

/// The whole server, wired by hand: read it and know the house.
public final class Helpline implements AutoCloseable {
  /// Requests of people's browsers at once; a message from Twilio is never refused.
  private static final int WEB_REQUESTS = 256;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ServerConfig config;
  private final InstantSource clock;
  private final RandomGenerator random;

  /// What is open, the newest first: closed in that order.
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private final Map<LineId, Hotline> lines = new HashMap<>();

  private final Ears ears = closing(new Ears());

  /// Of the demo's staff, made at this start: user name → password.
  private final Map<String, String> passwords = new TreeMap<>();

  private int port;
  private final Map<Integer, List<HttpPorch.Opening>> openings = new TreeMap<>();

  private Helpline(ServerConfig config, InstantSource clock, RandomGenerator random) {
    this.config = config;
    this.clock = clock;
    this.random = random;
  }

  /// Starts everything; when this returns, messages are taken.
  ///
  /// @param random for ids that only need to differ; secrets have their own source
  /// @throws StartRefused with sentences for the person who starts it
  public static Helpline start(ServerConfig config, InstantSource clock, RandomGenerator random) {
    var helpline = new Helpline(config, clock, random);
    try {
      helpline.build();
      return helpline;
    } catch (CannotListen e) {
      helpline.close();
      throw new StartRefused(List.of(String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      helpline.close();
      throw e;
    }
  }

  private void build() {
    // read beside the store's start
    var rulebook = Rulebook.aside(() -> Rulebook.readAsItIs(config));
    var store = closing(Store.open(config));
    var keys = StartRefused.saying(() -> Keys.open(store.data().resolve("keys"), store.redis()));
    var writer = closing(new GroupWriter(store.redis()));
    var rules = StartRefused.unwrapped(rulebook);
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var vertx = EventLoopWatch.vertx(registry);
    open.push(() -> vertx.close().await());
    var routes = new BlockingRoutes(vertx, WEB_REQUESTS, random);

    var tables = rules.open(config, store.redis(), keys, clock);
    var watch = closing(tables.watch());
    Gauge.builder("havenline.tables.findings", watch, one -> one.findings().size())
        .description("What is wrong with tables that should be in force and are not")
        .register(registry);
    var twilio = new TwilioDoor(config, () -> watch.get().tables(), clock);
    var understanding = new CompletableFuture<Understanding>();
    var directory = closing(new DirectoryDoor(config, store, keys, clock));
    var referrals =
        new ReferralDoor(
            config,
            keys.vault(),
            directory.services().directory(),
            directory.services().links(),
            directory.services().taxonomy().codes().toList(),
            rules.phrases(),
            () -> watch.get().tables(),
            store.redis(),
            clock);
    var foundation =
        new Foundation(
            store.redis(),
            writer,
            keys.vault(),
            keys.pseudonyms(),
            understanding,
            rules::sentence,
            watch,
            twilio.senders(Hotline.NOT_AFTER, new ChatSender(store.redis(), clock)),
            referrals.ground(),
            referrals.mail(),
            clock);
    for (var line : watch.get().tables().lines()) {
      var id = new LineId(line.id());
      lines.put(id, closing(new Hotline(id, foundation, ears.hearing(id))));
    }
    watch.follow(inForce -> lines.values().forEach(line -> line.rule(inForce)));
    // those who wait for it must not wait when the start fails
    open.push(() -> understanding.cancel(false));
    var first =
        Objects.requireNonNull(lines.get(new LineId(watch.get().tables().lines().getFirst().id())));
    var sounds = new SoundFiles(config.translations());
    var calls = closing(new CallDoor(lines, first, foundation, rules.texts(), sounds, twilio));
    var rooms = first.rooms(tables.administration(), rules.texts(), directory.services());
    var desk = desk(vertx, first.keys(), rooms, calls, store.redis());
    var ready =
        List.of(
            new ReadyCheck("redis", () -> store.redis().call("PING").text().equals("PONG")),
            new ReadyCheck("tables", () -> !lines.isEmpty()),
            new ReadyCheck("understanding", () -> !understanding.isCompletedExceptionally()));
    var chat = chat(first, store.redis(), keys.pseudonyms(), rules.texts());
    lines.keySet().forEach(id -> ears.add(id, calls.ear(id)));
    var page = chat.page(vertx, config.exit());
    openDoors(
        vertx,
        registry,
        routes,
        twilio,
        desk,
        router -> {
          calls.mount(router, routes);
          chat.mount(router, routes);
          page.mount(router, routes);
        },
        store.redis(),
        directory,
        referrals,
        first);
    closing(twilio.sweeps(calls::take, store.redis()));
    open.push(chat);
    watch(vertx, registry, routes, ready);
    open.push(
        Rulebook.learn(understanding, tables.risk(), () -> directory.read(watch.get().tables())));
  }

  private void openDoors(
      Vertx vertx,
      PrometheusMeterRegistry registry,
      BlockingRoutes routes,
      TwilioDoor twilio,
      Desk desk,
      Consumer<Router> web,
      Redis redis,
      DirectoryDoor directory,
      ReferralDoor referrals,
      Hotline first) {
    var reception = TwilioDoor.reception(lines, first);
    var page = referrals.page(id -> Optional.ofNullable(lines.get(id)).map(Hotline::door));
    var porch =
        porch(
            vertx,
            config.http(),
            registry,
            router -> {
              twilio.mount(router, routes, reception, redis);
              desk.mount(router, routes);
              web.accept(router);
              router.route(ReferralDoor.PATH).setName("link").handler(routes.bounded(page));
              simulator(router, vertx, twilio);
              directory.publish(router, vertx, random);
            });
    port = porch.port();
    open.push(routes);
    open.push(() -> porch.close(PATIENCE));
    open.push(desk);
    closing(twilio.sweeps(reception, redis));
  }

  private void watch(
      Vertx vertx,
      PrometheusMeterRegistry registry,
      BlockingRoutes routes,
      List<ReadyCheck> ready) {
    var management =
        porch(vertx, config.management(), registry, new ManagementPorch(routes, registry, ready));
    open.push(() -> management.close(Duration.ZERO));
  }

  private HttpPorch porch(
      Vertx vertx, ServerConfig.Listen at, MeterRegistry registry, Consumer<Router> rooms) {
    var porch = HttpPorch.open(vertx, at.host(), at.port(), registry, rooms);
    openings.put(porch.port(), porch.openings());
    return porch;
  }

  /// The staff of the first line; every desk serves one line.
  private Desk desk(Vertx vertx, LineKeys keys, Desk.Rooms rooms, CallDoor calls, Redis redis) {
    var telephone = calls.atTheDesk(rooms.tables());
    var url = config.publicUrl();
    var desk = new Desk(vertx, redis, keys, rooms, telephone, url, clock, new SecureRandom());
    ears.add(keys.line(), desk::hear);
    if (config.demo()) {
      var staff = rooms.tables().get().responders().stream().map(one -> new ResponderId(one.id()));
      passwords.putAll(desk.passwords().complete(staff, new SecureRandom()));
    }
    return desk;
  }

  /// People write to the first line.
  private ChatDoor chat(Hotline first, Redis redis, Pseudonyms pseudonyms, Texts texts) {
    var line = first.chats(new Chats(redis, first.keys(), clock));
    var partners = new Partners(config.partners());
    var reports = new DeliveryBook(redis, clock);
    var crowd = new Crowd(redis, first.keys(), new Networks(config.proxies()), pseudonyms, clock);
    var chat =
        new ChatDoor(line, redis, reports, texts, partners, crowd, clock, new SecureRandom());
    ears.add(first.keys().line(), chat::hear);
    return chat;
  }

  private void simulator(Router router, Vertx vertx, TwilioDoor twilio) {
    if (config.demo()) {
      var simulated = closing(twilio.simulator(vertx, twilio.here(), random)).router();
      router.route("/simulator/*").subRouter(simulated);
    }
  }

  private <T extends AutoCloseable> T closing(T part) {
    open.push(part);
    return part;
  }

  /// The port people and Twilio reach.
  public int port() {
    return port;
  }

  /// Every route that is open, by port.
  public Map<Integer, List<HttpPorch.Opening>> openings() {
    return openings;
  }

  /// Passwords made at this start, to be printed once.
  public Map<String, String> newPasswords() {
    return passwords;
  }

  /// Takes nothing new, lets what is in hand be finished, then closes everything.
  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        org.slf4j.LoggerFactory.getLogger(Helpline.class).warn("closing", e);
      }
    }
  }
}
