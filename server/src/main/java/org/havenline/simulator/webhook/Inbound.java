package org.havenline.simulator.webhook;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.havenline.simulator.account.Account;
import org.havenline.simulator.account.Message;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.trouble.Troubles;
import org.havenline.simulator.trouble.Where;

/// Takes a text from a phone: into the message list first, whatever happens, then to the server.
public final class Inbound {
  private static final String PATH = "/twilio/messages";

  private final String accountSid;
  private final Account account;
  private final Troubles troubles;
  private final SignedPost post;
  private final Fallback fallback;
  private final InstantSource clock;

  public Inbound(
      String accountSid,
      Account account,
      Troubles troubles,
      SignedPost post,
      Fallback fallback,
      InstantSource clock) {
    this.accountSid = accountSid;
    this.account = account;
    this.troubles = troubles;
    this.post = post;
    this.fallback = fallback;
    this.clock = clock;
  }

  /// Answers how the webhook ended.
  ///
  /// @param extra fields of the webhook to add or to put in place of the usual ones
  public Outcome take(Message message, Map<String, List<String>> extra, Retries retries)
      throws InterruptedException {
    account.add(message);
    var form = InboundFields.of(message, accountSid);
    for (var field : extra.entrySet()) {
      form = form.replaced(field.getKey(), field.getValue());
    }
    int times = 1;
    switch (troubles.strike(Where.WEBHOOK, message.from(), message.to())) {
      case Trouble.Drop() -> times = 0;
      case Trouble.Repeat(var repeated) -> times = repeated;
      case Trouble.Slow(var time) -> Thread.sleep(time);
      default -> {}
    }
    var outcome = Outcome.NEVER_POSTED;
    for (int i = 0; i < times; i++) {
      outcome = post.post(PATH, form, retries);
    }
    int status = outcome.status();
    account.change(message.sid(), m -> m.answered(status, clock.instant()));
    if (outcome.attempts() > 0 && (status < 200 || status > 299)) {
      fallback.answer(message);
    }
    return outcome;
  }
}
