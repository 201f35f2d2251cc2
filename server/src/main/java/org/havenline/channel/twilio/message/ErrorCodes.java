package org.havenline.channel.twilio.message;

import static org.havenline.channel.DeliveryProblem.BLOCKED;
import static org.havenline.channel.DeliveryProblem.FILTERED;
import static org.havenline.channel.DeliveryProblem.INVALID_NUMBER;
import static org.havenline.channel.DeliveryProblem.LANDLINE;
import static org.havenline.channel.DeliveryProblem.NOT_SET_UP;
import static org.havenline.channel.DeliveryProblem.OPTED_OUT;
import static org.havenline.channel.DeliveryProblem.TOO_LATE;
import static org.havenline.channel.DeliveryProblem.TOO_LONG;
import static org.havenline.channel.DeliveryProblem.TOO_MANY;
import static org.havenline.channel.DeliveryProblem.UNEXPLAINED;
import static org.havenline.channel.DeliveryProblem.UNREACHABLE;
import static org.havenline.channel.DeliveryProblem.WINDOW_CLOSED;

import java.util.Set;
import org.havenline.channel.DeliveryProblem;

/// Twilio's error codes (its "Error and Warning Dictionary") as what they mean to us.
public final class ErrorCodes {
  private static final Set<Integer> WORTH_ONE_RETRY = Set.of(30003, 30008);

  private ErrorCodes() {}

  public static DeliveryProblem problem(int code) {
    return switch (code) {
      case 21610 -> OPTED_OUT;
      case 21211, 21217, 21421, 21614, 63003, 63024 -> INVALID_NUMBER;
      case 30003, 30005 -> UNREACHABLE;
      case 30006 -> LANDLINE;
      case 30004, 30450, 63032 -> BLOCKED;
      case 30007, 30039 -> FILTERED;
      case 63016 -> WINDOW_CLOSED;
      case 30036 -> TOO_LATE;
      case 20429, 21611, 30001, 30017, 30022, 30023, 30027, 63018 -> TOO_MANY;
      case 21617 -> TOO_LONG;
      case 20003,
          20404,
          21408,
          21604,
          21606,
          21609,
          21612,
          30002,
          30029,
          30030,
          30032,
          30034,
          30037,
          30454 ->
          NOT_SET_UP;
      default -> UNEXPLAINED;
    };
  }

  /// Whether the same message may be tried once more after a while: the phone may be back, and
  /// nothing was delivered.
  public static boolean isWorthOneRetry(int code) {
    return WORTH_ONE_RETRY.contains(code);
  }
}
