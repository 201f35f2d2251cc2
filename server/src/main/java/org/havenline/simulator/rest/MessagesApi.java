package org.havenline.simulator.rest;

import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.Optional;
import org.havenline.simulator.account.Account;
import org.havenline.simulator.account.Message;
import org.havenline.simulator.rest.Acceptance.Answer;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.trouble.Troubles;
import org.havenline.simulator.trouble.Where;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.BlockingRoutes;
import org.havenline.simulator.web.BlockingRoutes.Endpoint;
import org.havenline.simulator.web.Reply;
import org.jspecify.annotations.Nullable;

/// Send, list, read, redact and delete messages, as Twilio's REST API does.
public final class MessagesApi {
  private static final String LIST = "/twilio/2010-04-01/Accounts/:account/Messages.json";
  private static final String ONE = "/twilio/2010-04-01/Accounts/:account/Messages/:sid";

  private final Credentials credentials;
  private final Account account;
  private final Acceptance acceptance;
  private final Troubles troubles;
  private final RequestLog log;
  private final InstantSource clock;

  public MessagesApi(
      Credentials credentials,
      Account account,
      Acceptance acceptance,
      Troubles troubles,
      RequestLog log,
      InstantSource clock) {
    this.credentials = credentials;
    this.account = account;
    this.acceptance = acceptance;
    this.troubles = troubles;
    this.log = log;
    this.clock = clock;
  }

  public void mount(Router router, BlockingRoutes blocking) {
    router.post(LIST).handler(blocking.on(logged(this::send)));
    router.get(LIST).handler(blocking.on(logged(this::list)));
    router.get(ONE).handler(blocking.on(logged(this::read)));
    router.post(ONE).handler(blocking.on(logged(this::redact)));
    router.delete(ONE).handler(blocking.on(logged(this::delete)));
  }

  private Endpoint logged(Endpoint endpoint) {
    var required = credentials.required(endpoint);
    return asked -> {
      log.add(asked);
      return required.answer(asked);
    };
  }

  private Reply send(Asked asked) throws InterruptedException {
    var outgoing = Outgoing.of(asked.form());
    return switch (troubles.strike(Where.REST, outgoing.from(), outgoing.to())) {
      case Trouble.Status(var status, var code, var accepted) -> {
        acceptIf(accepted, outgoing);
        yield new RestError(status, code, "Simulated trouble").reply();
      }
      case Trouble.Stall(var time, var accepted) -> {
        acceptIf(accepted, outgoing);
        Thread.sleep(time);
        yield new Reply.HangUp();
      }
      case Trouble.Close(var accepted) -> {
        acceptIf(accepted, outgoing);
        yield new Reply.HangUp();
      }
      case Trouble.Slow(var time) -> {
        Thread.sleep(time);
        yield accept(outgoing, null);
      }
      case Trouble.Undelivered(var code) -> accept(outgoing, code);
      case Trouble.None _, Trouble.Drop _, Trouble.Repeat _, Trouble.Shuffle _ ->
          accept(outgoing, null);
    };
  }

  private void acceptIf(boolean accepted, Outgoing outgoing) {
    if (accepted) {
      var _ = acceptance.answer(outgoing, null);
    }
  }

  private Reply accept(Outgoing outgoing, @Nullable Integer errorCode) {
    return switch (acceptance.answer(outgoing, errorCode)) {
      case Answer.Accepted(var message) ->
          new Reply.Json(201, MessageResource.of(message, credentials.accountSid()));
      case Answer.Refused(var error) -> error.reply();
    };
  }

  private Reply list(Asked asked) {
    return Reply.json(new MessageList(account, credentials.accountSid()).page(asked.query()));
  }

  private Reply read(Asked asked) {
    return shown(account.find(sid(asked)));
  }

  /// An empty `Body` redacts; nothing else of a message can be changed.
  private Reply redact(Asked asked) {
    return asked.form().first("Body").filter(String::isEmpty).isPresent()
        ? shown(account.change(sid(asked), message -> message.redacted(clock.instant())))
        : read(asked);
  }

  private Reply delete(Asked asked) {
    return account.remove(sid(asked)) ? new Reply.Empty(204) : RestError.NOT_FOUND.reply();
  }

  private Reply shown(Optional<Message> message) {
    return message
        .map(found -> Reply.json(MessageResource.of(found, credentials.accountSid())))
        .orElseGet(RestError.NOT_FOUND::reply);
  }

  private static String sid(Asked asked) {
    return asked.in("sid").replace(".json", "");
  }
}
