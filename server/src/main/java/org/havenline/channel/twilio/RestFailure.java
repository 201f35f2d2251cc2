package org.havenline.channel.twilio;

import java.time.Duration;

/// Why a call of Twilio's REST API gave no result, by what is known of it on the other side.
public abstract sealed class RestFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private RestFailure(String message) {
    super(message);
  }

  /// Surely not taken: no connection, or too many requests.
  public static final class NotTaken extends RestFailure {
    private static final long serialVersionUID = 1L;
    private final Duration pause;

    NotTaken(String why, Duration pause) {
      super(why);
      this.pause = pause;
    }

    /// How long to wait before the next try.
    public Duration pause() {
      return pause;
    }
  }

  /// Answered with another status than success.
  public static final class Answered extends RestFailure {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final int code;

    Answered(int status, int code) {
      super("HTTP status " + status + ", code " + code);
      this.status = status;
      this.code = code;
    }

    /// Whether the other side understood and declined; a 5xx may have come after the deed.
    public boolean declined() {
      return status >= 400 && status < 500;
    }

    /// As in Twilio's error dictionary, 0 for none.
    public int code() {
      return code;
    }
  }

  /// It left, and no answer came: it may or may not have been taken.
  public static final class NoAnswer extends RestFailure {
    private static final long serialVersionUID = 1L;

    NoAnswer(String why) {
      super(why);
    }
  }
}
