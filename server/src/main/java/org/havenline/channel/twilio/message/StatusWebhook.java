package org.havenline.channel.twilio.message;

import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.channel.DeliveryReports;
import org.havenline.channel.DeliveryState;
import org.havenline.channel.twilio.LineNumbers;
import org.havenline.channel.twilio.TwilioAddress;
import org.havenline.channel.twilio.TwilioSignature;
import org.havenline.contact.MessageId;
import org.havenline.http.Endpoint;
import org.havenline.http.FormBody;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /twilio/messages/status?m=<our message id>`: what became of a message we sent.
///
/// @param numbers asked at every report, since tables change while we run
public record StatusWebhook(
    TwilioSignature signature, Supplier<LineNumbers> numbers, DeliveryReports reports)
    implements Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(StatusWebhook.class);

  @Override
  public Response answer(Request request) {
    var form = signature.open(request);
    if (form.isEmpty()) {
      return Response.empty(403);
    }
    pass(form.get(), request.parameter("m").flatMap(StatusWebhook::messageId));
    return Response.empty(204);
  }

  private void pass(FormBody form, Optional<MessageId> message) {
    var sid = form.first("MessageSid");
    var state = form.first("MessageStatus").flatMap(StatusWebhook::state);
    if (sid.isEmpty() || state.isEmpty()) {
      // a word of tomorrow must not move a message to a state of today
      LOG.info("status of {} not understood", message.map(MessageId::value).orElse("?"));
      return;
    }
    var table = numbers.get();
    var line = form.first("From").flatMap(TwilioAddress::read).flatMap(table::lineOf);
    reports.report(
        line.orElse(table.fallback()),
        message,
        sid.get(),
        state.get(),
        form.first("ErrorCode").map(StatusWebhook::number).orElse(0));
  }

  private static Optional<DeliveryState> state(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "accepted", "scheduled", "queued" -> DeliveryState.QUEUED;
          case "sending" -> DeliveryState.SENDING;
          case "sent" -> DeliveryState.SENT;
          case "delivered" -> DeliveryState.DELIVERED;
          case "undelivered", "partially_delivered" -> DeliveryState.UNDELIVERED;
          case "failed", "canceled" -> DeliveryState.FAILED;
          case "read" -> DeliveryState.READ;
          default -> null;
        });
  }

  private static Optional<MessageId> messageId(String value) {
    try {
      return Optional.of(new MessageId(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }
}
