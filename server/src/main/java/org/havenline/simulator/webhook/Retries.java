package org.havenline.simulator.webhook;

/// How often Twilio posts again: by default once when no connection could be made, and never after
/// an answer, whatever it says (https://www.twilio.com/docs/usage/webhooks/connection-overrides).
public record Retries(int afterNoConnection, int afterServerError) {
  public static final Retries TWILIO = new Retries(1, 0);

  int after(int status) {
    if (status == Outcome.NO_CONNECTION) {
      return afterNoConnection;
    }
    return status >= 500 ? afterServerError : 0;
  }
}
