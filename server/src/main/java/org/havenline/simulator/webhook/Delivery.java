package org.havenline.simulator.webhook;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.havenline.simulator.account.Account;
import org.havenline.simulator.account.Chance;
import org.havenline.simulator.account.Message;
import org.havenline.simulator.account.MessageStatus;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.trouble.Troubles;
import org.havenline.simulator.trouble.Where;
import org.havenline.simulator.web.Form;
import org.jspecify.annotations.Nullable;

/// Carries an accepted message to its phone and reports each state to its status callback.
public final class Delivery {
  private final String accountSid;
  private final Account account;
  private final Troubles troubles;
  private final SignedPost post;
  private final Chance chance;
  private final InstantSource clock;

  public Delivery(
      String accountSid,
      Account account,
      Troubles troubles,
      SignedPost post,
      Chance chance,
      InstantSource clock) {
    this.accountSid = accountSid;
    this.account = account;
    this.troubles = troubles;
    this.post = post;
    this.chance = chance;
    this.clock = clock;
  }

  /// Goes through the states, one after the other.
  ///
  /// @param errorCode why the carrier will fail; null when it will not
  public void carry(Message message, Optional<String> callback, @Nullable Integer errorCode)
      throws InterruptedException {
    var pause = Duration.ZERO;
    int times = callback.isPresent() ? 1 : 0;
    boolean shuffled = false;
    for (var trouble : troubles.strikeAll(Where.CALLBACK, message.from(), message.to())) {
      switch (trouble) {
        case Trouble.Slow(var time) -> pause = time;
        case Trouble.Repeat(var repeated) -> times *= repeated;
        case Trouble.Drop() -> times = 0;
        case Trouble.Shuffle() -> shuffled = true;
        default -> {}
      }
    }
    var reports = new ArrayList<Form>();
    for (var status : states(message, errorCode)) {
      var code = isFailure(status) ? errorCode : null;
      var changed = account.change(message.sid(), m -> m.now(status, code, clock.instant()));
      if (changed.isEmpty()) {
        return; // deleted meanwhile: nobody to report about
      }
      for (int i = 0; i < times; i++) {
        reports.add(fields(changed.get()));
      }
      if (!shuffled) {
        report(callback, reports, pause);
        reports.clear();
      }
    }
    report(callback, chance.shuffled(reports), pause);
  }

  private void report(Optional<String> callback, List<Form> reports, Duration pause)
      throws InterruptedException {
    for (var form : reports) {
      Thread.sleep(pause);
      post.post(post.pathOf(callback.orElseThrow()), form, Retries.TWILIO);
    }
  }

  private static List<MessageStatus> states(Message message, @Nullable Integer errorCode) {
    if (errorCode != null) {
      return List.of(MessageStatus.QUEUED, MessageStatus.SENT, MessageStatus.UNDELIVERED);
    }
    return message.whatsapp()
        ? List.of(
            MessageStatus.QUEUED, MessageStatus.SENT, MessageStatus.DELIVERED, MessageStatus.READ)
        : List.of(MessageStatus.QUEUED, MessageStatus.SENT, MessageStatus.DELIVERED);
  }

  private static boolean isFailure(MessageStatus status) {
    return status == MessageStatus.UNDELIVERED || status == MessageStatus.FAILED;
  }

  private Form fields(Message message) {
    var form =
        Form.EMPTY
            .and("MessageSid", message.sid())
            .and("MessageStatus", message.status().toString())
            .and("SmsSid", message.sid())
            .and("SmsStatus", message.status().toString())
            .and("From", message.from())
            .and("To", message.to())
            .and("AccountSid", accountSid)
            .and("ApiVersion", "2010-04-01");
    return message.errorCode() == null
        ? form
        : form.and("ErrorCode", message.errorCode().toString());
  }
}
