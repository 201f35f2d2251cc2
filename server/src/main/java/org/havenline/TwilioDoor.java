package org.havenline;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.Sender;
import org.havenline.channel.outbox.DeliveryBook;
import org.havenline.channel.twilio.LineNumbers;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.twilio.Sweeps;
import org.havenline.channel.twilio.TwilioAccount;
import org.havenline.channel.twilio.TwilioSignature;
import org.havenline.channel.twilio.mailbox.MailboxDoor;
import org.havenline.channel.twilio.message.MessageSweep;
import org.havenline.channel.twilio.message.MessageWebhook;
import org.havenline.channel.twilio.message.StatusWebhook;
import org.havenline.channel.twilio.message.TwilioSender;
import org.havenline.channel.twilio.studio.StudioWebhook;
import org.havenline.channel.twilio.studio.TwilioTapes;
import org.havenline.channel.twilio.voice.CallSweep;
import org.havenline.channel.twilio.voice.CallWebhook;
import org.havenline.channel.twilio.voice.TwilioCallTokens;
import org.havenline.channel.twilio.voice.TwilioDialler;
import org.havenline.channel.voice.CallRooms;
import org.havenline.channel.voice.NoTexts;
import org.havenline.channel.voice.leg.Dialler;
import org.havenline.channel.voice.mailbox.Mailbox;
import org.havenline.channel.voice.prompt.Numbers;
import org.havenline.channel.voice.prompt.Recordings;
import org.havenline.channel.voice.prompt.Studio;
import org.havenline.channel.voice.prompt.Tapes;
import org.havenline.channel.voice.softphone.CallTokens;
import org.havenline.channel.voice.softphone.Phones;
import org.havenline.channel.voice.softphone.Softphone;
import org.havenline.config.Secret;
import org.havenline.config.ServerConfig;
import org.havenline.contact.LineId;
import org.havenline.http.porch.BlockingRoutes;
import org.havenline.intake.Reception;
import org.havenline.redis.Redis;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.simulator.Line;
import org.havenline.simulator.Simulator;
import org.havenline.simulator.SimulatorSettings;

/// The parts of the server that speak with Twilio, or in a demo with the simulator in its place.
final class TwilioDoor {
  private final ServerConfig config;
  private final Supplier<RoutingTables> tables;
  private final InstantSource clock;
  private final PublicUrl publicUrl;
  private final TwilioAccount account;
  private volatile Known known;

  /// Numbers as the tables have them, looked up anew only when those change.
  private record Known(RoutingTables tables, LineNumbers numbers) {}

  /// @param tables in force, asked for every message
  TwilioDoor(ServerConfig config, Supplier<RoutingTables> tables, InstantSource clock) {
    this.config = config;
    this.tables = tables;
    this.clock = clock;
    this.publicUrl = new PublicUrl(config.publicUrl().toString());
    this.account = config.twilio().map(TwilioDoor::real).orElseGet(this::pretended);
    this.known = known(tables.get());
  }

  private static TwilioAccount real(ServerConfig.Twilio twilio) {
    return new TwilioAccount(twilio.accountSid(), twilio.authToken().value(), twilio.api());
  }

  /// An account for one run, known to nobody but the simulator.
  private TwilioAccount pretended() {
    var token = new byte[16];
    new SecureRandom().nextBytes(token);
    return new TwilioAccount(
        "AC" + "0".repeat(32),
        HexFormat.of().formatHex(token),
        Optional.of(here().resolve("/simulator/twilio")));
  }

  /// This server, from the machine it runs on.
  URI here() {
    return URI.create("http://127.0.0.1:" + config.http().port());
  }

  @SuppressWarnings("ReferenceEquality") // a new version is a new object
  private LineNumbers numbers() {
    var now = tables.get();
    if (known.tables() != now) {
      known = known(now);
    }
    return known.numbers();
  }

  private static Known known(RoutingTables tables) {
    var all = new HashMap<Address, LineId>();
    for (var line : tables.lines()) {
      for (var number : line.numbers()) {
        for (var channel : number.channels()) {
          all.put(new Address(channel, number.number()), new LineId(line.id()));
        }
      }
    }
    return new Known(tables, new LineNumbers(all, new LineId(tables.lines().getFirst().id())));
  }

  /// Ways out, by channel.
  ///
  /// @param life from a text's making to its not-after
  /// @param chats the way to the page
  Map<Channel, Sender> senders(Duration life, Sender chats) {
    var texts = new TwilioSender(account, publicUrl, life, clock);
    return Map.of(
        Channel.SMS,
        texts,
        Channel.WHATSAPP,
        texts,
        Channel.VOICE,
        new NoTexts(),
        Channel.WEBCHAT,
        chats);
  }

  /// The way out to telephones.
  Dialler dialler(LineId line) {
    return new TwilioDialler(account, publicUrl, line);
  }

  /// What rings consoles; in a demo the simulator does.
  Softphone softphone(Phones phones) {
    Optional<CallTokens> tokens =
        config
            .twilio()
            .filter(_ -> !config.demo())
            .flatMap(twilio ->
                twilio.key().map(key -> tokens(twilio.accountSid(), key.sid(), key.secret())));
    return new Softphone(phones, tokens, config.demo());
  }

  private CallTokens tokens(String account, String key, Secret secret) {
    return new TwilioCallTokens(account, key, secret.value(), clock);
  }

  /// @param first takes calls of a line that this node does not have yet
  CallWebhook calls(Map<LineId, CallRooms> lines, LineId first, Reception reception) {
    return new CallWebhook(signature(), publicUrl, this::numbers, lines, first, reception);
  }

  /// An administrator who records by telephone, before the door of calls.
  StudioWebhook studio(
      Studio studio, Recordings recordings, Numbers numbers, LineId line, CallWebhook calls) {
    var rooms = new StudioWebhook.Rooms(studio, recordings, tapes(), numbers);
    return new StudioWebhook(signature(), publicUrl, rooms, line, calls);
  }

  /// The one document for callers that records, before the door of calls.
  ///
  /// @param lines whose callers may leave messages, if their tables allow it
  MailboxDoor mailbox(Map<LineId, Mailbox> lines, CallWebhook calls) {
    return new MailboxDoor(signature(), publicUrl, lines, calls);
  }

  /// Recordings as Twilio has them.
  Tapes tapes() {
    return new TwilioTapes(account);
  }

  private TwilioSignature signature() {
    return new TwilioSignature(publicUrl, () -> List.of(account.authToken()));
  }

  /// Hands each message to the line it came for.
  ///
  /// @param first takes what came for a line that this node does not have yet
  static Reception reception(Map<LineId, Hotline> lines, Hotline first) {
    return new Reception() {
      @Override
      public boolean accept(InboundMessage message) {
        return line(message.line()).accept(message);
      }

      @Override
      public void quarantine(LineId line, String key, byte[] raw, String reason) {
        line(line).quarantine(line, key, raw, reason);
      }

      private Reception line(LineId id) {
        return lines.getOrDefault(id, first).reception();
      }
    };
  }

  void mount(Router router, BlockingRoutes routes, Reception reception, Redis redis) {
    var signature = signature();
    router
        .post("/twilio/messages")
        .handler(
            routes.always(
                new MessageWebhook(signature, this::numbers, reception, clock),
                MessageWebhook.BODY_BYTES));
    router
        .post("/twilio/messages/status")
        .handler(
            routes.always(
                new StatusWebhook(signature, this::numbers, new DeliveryBook(redis, clock))));
  }

  Sweeps sweeps(Reception reception, Redis redis) {
    var sweep = new MessageSweep(account, this::numbers, reception);
    return new Sweeps("messages", sweep, redis, clock);
  }

  Sweeps sweeps(CallSweep.Taker calls, Redis redis) {
    return new Sweeps("calls", new CallSweep(account, this::numbers, calls, clock), redis, clock);
  }

  /// Twilio and its phones, played; with the numbers there are when it starts.
  ///
  /// @param server where webhooks are posted
  Simulator simulator(Vertx vertx, URI server, RandomGenerator random) {
    var lines =
        tables.get().lines().stream()
            .flatMap(line ->
                line.numbers().stream()
                    .map(number ->
                        new Line(line.name(), number.number(), number.on(Channel.WHATSAPP))))
            .toList();
    return new Simulator(
        vertx,
        new SimulatorSettings(account.sid(), account.authToken(), server, publicUrl.base(), lines),
        clock,
        random);
  }
}
