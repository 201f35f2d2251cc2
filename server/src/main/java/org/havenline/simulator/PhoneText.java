package org.havenline.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.havenline.simulator.account.Media;
import org.havenline.simulator.webhook.Retries;

/// What a phone is asked to send: `{channel, to, body, media, extra, sid, retries}`.
///
/// @param extra fields of the webhook to add or replace, each once or several times
/// @param sid of an earlier text, to send it again
record PhoneText(
    boolean whatsapp,
    Optional<String> to,
    String body,
    List<Media> media,
    Map<String, List<String>> extra,
    Optional<String> sid,
    Retries retries) {

  static PhoneText of(JsonObject json) {
    return new PhoneText(
        json.getString("channel", "SMS").equalsIgnoreCase("WHATSAPP"),
        Optional.ofNullable(json.getString("to")),
        json.getString("body", ""),
        json.getJsonArray("media", new JsonArray()).stream()
            .map(JsonObject.class::cast)
            .map(one -> new Media(one.getString("contentType"), one.getString("url")))
            .toList(),
        extra(json.getJsonObject("extra", new JsonObject())),
        Optional.ofNullable(json.getString("sid")),
        retries(json.getJsonObject("retries", new JsonObject())));
  }

  private static Map<String, List<String>> extra(JsonObject json) {
    return json.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                field ->
                    field.getValue() instanceof JsonArray several
                        ? several.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(field.getValue()))));
  }

  private static Retries retries(JsonObject json) {
    return new Retries(
        json.getInteger("noConnection", Retries.TWILIO.afterNoConnection()),
        json.getInteger("serverError", Retries.TWILIO.afterServerError()));
  }
}
