package org.havenline.simulator;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.havenline.simulator.account.Account;
import org.havenline.simulator.account.Chance;
import org.havenline.simulator.account.Events;
import org.havenline.simulator.account.Message;
import org.havenline.simulator.handset.Voice;
import org.havenline.simulator.rest.Acceptance;
import org.havenline.simulator.rest.Credentials;
import org.havenline.simulator.rest.MessagesApi;
import org.havenline.simulator.rest.RequestLog;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.trouble.Troubles;
import org.havenline.simulator.trouble.Where;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.BlockingRoutes;
import org.havenline.simulator.webhook.Delivery;
import org.havenline.simulator.webhook.Fallback;
import org.havenline.simulator.webhook.Inbound;
import org.havenline.simulator.webhook.SignedPost;

/// Twilio and its phones, wired: everything below one router.
public final class Simulator implements AutoCloseable {
  private final BlockingRoutes blocking = new BlockingRoutes();
  private final SignedPost post;
  private final Voice voice;
  private final Router router;

  public Simulator(
      Vertx vertx, SimulatorSettings settings, InstantSource clock, RandomGenerator random) {
    var sid = settings.accountSid();
    var token = settings.authToken();
    var chance = new Chance(random);
    var events = new Events();
    var account = new Account(events, clock);
    var troubles = new Troubles();
    var log = new RequestLog();
    post = new SignedPost(settings.serverUrl(), settings.publicUrl(), token, chance);
    var fallback = new Fallback(settings.fallbacks(), account, chance, clock);
    var inbound = new Inbound(sid, account, troubles, post, fallback, clock);
    var delivery = new Delivery(sid, account, troubles, post, chance, clock);
    var senders = senders(settings.lines());
    var acceptance = new Acceptance(senders, account, delivery, post, blocking, chance, clock);
    var credentials = new Credentials(sid, token);

    router = Router.router(vertx);
    Page.mount(router);
    new PhoneRoutes(settings.lines(), account, events, inbound, chance, clock)
        .mount(router, blocking);
    new ControlRoutes(account, troubles, log).mount(router, blocking);
    new MessagesApi(credentials, account, acceptance, troubles, log, clock).mount(router, blocking);
    voice =
        new Voice(
            sid,
            token,
            settings.lines().stream().map(Line::number).toList(),
            settings.serverUrl(),
            settings.publicUrl(),
            clock,
            random.nextLong(),
            asked -> calling(asked, troubles, log));
    voice.mount(router, blocking);
  }

  /// Every route, relative to where it is mounted; `/twilio` below it is the base of the REST API.
  public Router router() {
    return router;
  }

  private static Trouble calling(Asked asked, Troubles troubles, RequestLog log) {
    log.add(asked);
    var form = asked.form();
    return asked.method().equals("POST")
        ? troubles.strike(Where.CALL, form.first("From").orElse(""), form.first("To").orElse(""))
        : new Trouble.None();
  }

  private static Set<String> senders(List<Line> lines) {
    var senders = new HashSet<String>();
    for (var line : lines) {
      senders.add(line.number());
      if (line.whatsapp()) {
        senders.add(Message.address(true, line.number()));
      }
    }
    return senders;
  }

  /// Interrupts what waits and drops the connections to the server.
  @Override
  public void close() {
    voice.close();
    post.close();
    blocking.close();
  }
}
