package org.havenline.simulator.voice.rest;

import org.havenline.simulator.rest.RestError;

/// Twilio's refusals about calls (https://www.twilio.com/docs/api/errors).
final class Errors {
  static final RestError TO_REQUIRED = new RestError(400, 21201, "No 'To' number is specified");
  static final RestError FROM_REQUIRED = new RestError(400, 21213, "No 'From' number is specified");
  static final RestError URL_INVALID = new RestError(400, 21205, "Url is not a valid URL");
  static final RestError TO_INVALID =
      new RestError(400, 21211, "The 'To' number is not a valid phone number");
  static final RestError FROM_UNKNOWN =
      new RestError(400, 21210, "The 'From' number is not a number of this account");
  static final RestError NOT_LIVE =
      new RestError(400, 21220, "Call is not in-progress. Cannot redirect.");
  static final RestError NAME_TAKEN = new RestError(400, 22003, "A queue of this name exists");
  static final RestError QUEUE_NOT_EMPTY = new RestError(400, 22001, "The queue is not empty");
  static final RestError TWIML_TOO_LONG =
      new RestError(400, 21218, "Twiml is longer than 4000 characters");

  private Errors() {}

  static RestError invalid(String field) {
    return new RestError(400, 20001, "The value of '" + field + "' is not valid");
  }
}
