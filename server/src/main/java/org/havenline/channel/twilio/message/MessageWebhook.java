package org.havenline.channel.twilio.message;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.havenline.channel.twilio.LineNumbers;
import org.havenline.channel.twilio.TwilioSignature;
import org.havenline.http.Endpoint;
import org.havenline.http.FormBody;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.intake.Reception;

/// `POST /twilio/messages`: a text or WhatsApp message comes in.
///
/// Signed input is never refused: a 4xx would lose what a person wrote. What cannot be understood
/// is kept for a person to look at. The answer is empty; replies leave by the outbox. When nothing
/// could be stored the exception passes and becomes 503, and Twilio tries its fallback.
///
/// @param numbers asked at every message, since tables change while we run
public record MessageWebhook(
    TwilioSignature signature,
    Supplier<LineNumbers> numbers,
    Reception reception,
    InstantSource clock)
    implements Endpoint {

  /// Well above what Twilio sends, since a refusal would lose a message.
  public static final int BODY_BYTES = 256 * 1024;

  @Override
  public Response answer(Request request) {
    var form = signature.open(request);
    if (form.isEmpty()) {
      return Response.empty(403);
    }
    take(form.get(), request.body());
    return Response.of(200, "text/xml", "<Response/>");
  }

  private void take(FormBody form, byte[] raw) {
    switch (new MessageForm(form, numbers.get(), clock.instant()).read()) {
      case MessageForm.Reading.Understood(var message) -> reception.accept(message);
      case MessageForm.Reading.Puzzling(var line, var reason) ->
          reception.quarantine(line, sha256(raw), raw, reason);
    }
  }

  /// A repeated delivery has the same bytes; ids inside cannot be trusted here.
  private static String sha256(byte[] raw) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
