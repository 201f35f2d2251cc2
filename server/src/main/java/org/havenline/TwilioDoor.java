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
import java.util.random.RandomGenerator;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.outbox.DeliveryBook;
import org.havenline.channel.twilio.LineNumbers;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.twilio.TwilioAccount;
import org.havenline.channel.twilio.TwilioSignature;
import org.havenline.channel.twilio.message.MessageSweep;
import org.havenline.channel.twilio.message.MessageWebhook;
import org.havenline.channel.twilio.message.StatusWebhook;
import org.havenline.channel.twilio.message.Sweeps;
import org.havenline.channel.twilio.message.TwilioSender;
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
  private final RoutingTables tables;
  private final InstantSource clock;
  private final PublicUrl publicUrl;
  private final TwilioAccount account;
  private final LineNumbers numbers;

  TwilioDoor(ServerConfig config, RoutingTables tables, InstantSource clock) {
    this.config = config;
    this.tables = tables;
    this.clock = clock;
    this.publicUrl = new PublicUrl(config.publicUrl().toString());
    this.account = config.twilio().map(TwilioDoor::real).orElseGet(this::pretended);
    this.numbers = numbers();
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

  private LineNumbers numbers() {
    var all = new HashMap<Address, LineId>();
    for (var line : tables.lines()) {
      for (var number : line.numbers()) {
        for (var channel : number.channels()) {
          all.put(new Address(channel, number.number()), new LineId(line.id()));
        }
      }
    }
    return new LineNumbers(all, new LineId(tables.lines().getFirst().id()));
  }

  TwilioSender sender(Duration life) {
    return new TwilioSender(account, publicUrl, life, clock);
  }

  /// Hands each message to the line it came for.
  static Reception reception(Map<LineId, Hotline> lines) {
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
        var line = lines.get(id);
        if (line == null) {
          throw new IllegalStateException("no line " + id);
        }
        return line.reception();
      }
    };
  }

  void mount(Router router, BlockingRoutes routes, Reception reception, Redis redis) {
    var signature = new TwilioSignature(publicUrl, () -> List.of(account.authToken()));
    router
        .post("/twilio/messages")
        .handler(
            routes.always(
                new MessageWebhook(signature, () -> numbers, reception, clock),
                MessageWebhook.BODY_BYTES));
    router
        .post("/twilio/messages/status")
        .handler(
            routes.always(
                new StatusWebhook(signature, () -> numbers, new DeliveryBook(redis, clock))));
  }

  Sweeps sweeps(Reception reception, Redis redis) {
    return new Sweeps(new MessageSweep(account, () -> numbers, reception), redis, clock);
  }

  /// Twilio and its phones, played.
  ///
  /// @param server where webhooks are posted
  Simulator simulator(Vertx vertx, URI server, RandomGenerator random) {
    var lines =
        tables.lines().stream()
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
