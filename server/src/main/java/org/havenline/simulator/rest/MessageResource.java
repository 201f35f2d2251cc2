package org.havenline.simulator.rest;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.havenline.simulator.account.Message;

/// A message in the JSON of the REST API (`api.v2010.account.message` of Twilio's OpenAPI).
final class MessageResource {
  /// RFC 2822 with a two-digit day, always UTC.
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss +0000", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private MessageResource() {}

  static String path(String accountSid) {
    return "/2010-04-01/Accounts/" + accountSid + "/Messages";
  }

  static JsonObject of(Message message, String accountSid) {
    var here = path(accountSid) + "/" + message.sid();
    return new JsonObject()
        .put("account_sid", accountSid)
        .put("api_version", "2010-04-01")
        .put("body", message.body())
        .put("date_created", date(message.created()))
        .put("date_sent", date(message.created()))
        .put("date_updated", date(message.updated()))
        .put("direction", message.inbound() ? "inbound" : "outbound-api")
        .put("error_code", message.errorCode())
        .put("error_message", null)
        .put("from", message.from())
        .put("messaging_service_sid", null)
        .put("num_media", Integer.toString(message.media().size()))
        .put("num_segments", Integer.toString(message.segments()))
        .put("price", null)
        .put("price_unit", "USD")
        .put("sid", message.sid())
        .put("status", message.status().toString())
        .put("subresource_uris", new JsonObject().put("media", here + "/Media.json"))
        .put("to", message.to())
        .put("uri", here + ".json");
  }

  private static String date(Instant instant) {
    return DATE.format(instant);
  }
}
