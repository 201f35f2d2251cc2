package org.havenline.simulator.rest;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.havenline.simulator.account.Account;
import org.havenline.simulator.account.Chance;
import org.havenline.simulator.account.Message;
import org.havenline.simulator.web.BlockingRoutes;
import org.havenline.simulator.webhook.Delivery;
import org.havenline.simulator.webhook.SignedPost;
import org.jspecify.annotations.Nullable;

/// Whether Twilio takes a message from the server, and sends it on its way.
public final class Acceptance {
  /// Outside WhatsApp's 24-hour window; said only later, by a status callback.
  private static final int OUTSIDE_WINDOW = 63_016;

  /// What became of it.
  sealed interface Answer {
    record Accepted(Message message) implements Answer {}

    record Refused(RestError error) implements Answer {}
  }

  private final Set<String> senders;
  private final Account account;
  private final Delivery delivery;
  private final SignedPost post;
  private final BlockingRoutes threads;
  private final Chance chance;
  private final InstantSource clock;

  /// For one account.
  ///
  /// @param senders numbers the account owns; when empty, it owns all
  public Acceptance(
      Set<String> senders,
      Account account,
      Delivery delivery,
      SignedPost post,
      BlockingRoutes threads,
      Chance chance,
      InstantSource clock) {
    this.senders = Set.copyOf(senders);
    this.account = account;
    this.delivery = delivery;
    this.post = post;
    this.threads = threads;
    this.chance = chance;
    this.clock = clock;
  }

  /// The callbacks start at once: as with Twilio, the first may arrive before the answer does.
  ///
  /// @param errorCode why the carrier will fail; null when it will not
  Answer answer(Outgoing outgoing, @Nullable Integer errorCode) {
    var refusal = outgoing.complaint().or(() -> refusal(outgoing));
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    var message = outgoing.accepted(chance.sid("SM"), clock.instant());
    boolean late = message.whatsapp() && !account.withinWindow(message.to(), message.from());
    var failure = late ? Integer.valueOf(OUTSIDE_WINDOW) : errorCode;
    account.add(message);
    threads.inBackground(() -> delivery.carry(message, outgoing.callback(), failure));
    return new Answer.Accepted(message);
  }

  private Optional<RestError> refusal(Outgoing outgoing) {
    if (!senders.isEmpty() && !senders.contains(outgoing.from())) {
      return Optional.of(RestError.FROM_UNKNOWN);
    }
    if (!outgoing.callback().map(post::reaches).orElse(true)) {
      return Optional.of(RestError.CALLBACK_INVALID);
    }
    return account.optedOut(outgoing.to(), outgoing.from())
        ? Optional.of(RestError.OPTED_OUT)
        : Optional.empty();
  }
}
