package org.havenline.channel.twilio.mailbox;

import java.util.Map;
import java.util.Optional;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.twilio.TwilioSignature;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.mailbox.Mailbox;
import org.havenline.contact.LineId;
import org.havenline.http.Endpoint;
import org.havenline.http.Request;
import org.havenline.http.Response;

/// Stands before the door of calls and answers one request alone: the one that records. Whether it
/// may is asked of the mailbox each time, whatever led here; who may not goes on as a caller.
///
/// @param calls the door of calls
public record MailboxDoor(
    TwilioSignature signature, PublicUrl publicUrl, Map<LineId, Mailbox> lines, Endpoint calls)
    implements Endpoint {
  private static final String RECORD = MailboxDocument.PATH + "record";

  public MailboxDoor {
    lines = Map.copyOf(lines);
  }

  @Override
  public Response answer(Request request) {
    return request.path().equals(RECORD)
        ? recording(request).orElseGet(() -> calls.answer(request))
        : calls.answer(request);
  }

  private Optional<Response> recording(Request request) {
    var call =
        signature
            .open(request)
            .flatMap(form -> form.first("CallSid"))
            .filter(CallId::isOne)
            .map(CallId::new);
    return call.flatMap(id ->
        lines.entrySet().stream()
            .filter(line -> isOf(request, line.getKey()))
            .filter(line -> line.getValue().begins(id))
            .map(line -> new MailboxDocument(publicUrl, line.getKey()).text())
            .map(document -> Response.of(200, "text/xml; charset=utf-8", document))
            .findFirst());
  }

  private static boolean isOf(Request request, LineId line) {
    return request.parameter("line").filter(line.value()::equals).isPresent();
  }
}
