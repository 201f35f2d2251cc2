package org.havenline.simulator.rest;

import io.vertx.core.json.JsonObject;
import org.havenline.simulator.web.Reply;

/// Twilio's error answer (https://www.twilio.com/docs/api/errors).
public record RestError(int status, int code, String message) {
  public static final RestError AUTHENTICATE = new RestError(401, 20003, "Authenticate");
  public static final RestError NOT_FOUND =
      new RestError(404, 20404, "The requested resource was not found");
  static final RestError FROM_REQUIRED =
      new RestError(400, 21603, "A 'From' phone number is required.");
  static final RestError TO_REQUIRED =
      new RestError(400, 21604, "A 'To' phone number is required.");
  static final RestError BODY_REQUIRED = new RestError(400, 21602, "Message body is required.");
  static final RestError TO_INVALID =
      new RestError(400, 21211, "The 'To' number is not a valid phone number.");
  static final RestError FROM_UNKNOWN =
      new RestError(400, 21606, "The 'From' phone number is not enabled for this account.");
  static final RestError CALLBACK_INVALID =
      new RestError(400, 21609, "The 'StatusCallback' URL is not a URL of the simulated server.");
  static final RestError OPTED_OUT =
      new RestError(400, 21610, "Attempt to send to unsubscribed recipient");
  static final RestError BODY_TOO_LONG =
      new RestError(400, 21617, "The concatenated message body exceeds the 1600 character limit");

  public Reply reply() {
    return new Reply.Json(
        status,
        new JsonObject()
            .put("code", code)
            .put("message", message)
            .put("more_info", "https://www.twilio.com/docs/errors/" + code)
            .put("status", status));
  }
}
