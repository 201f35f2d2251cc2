package org.havenline.routingconfig.line;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.havenline.routingconfig.yaml.Value;

/// Telephone numbers in E.164, as Twilio wants them: `+`, country, number, nothing between.
public final class Numbers {
  private Numbers() {}

  /// The finding does not repeat the number, since findings are printed and a supervisor's number
  /// is hers.
  public static String read(Value value) {
    var text = value.text();
    if (exists(text)) {
      return text;
    }
    value.fault(
        "this is not a telephone number that exists",
        "Write it as \"+\", country code and number without spaces, in quotes");
    return "";
  }

  /// Whether it is in E.164 and of a kind that its country gives out.
  public static boolean exists(String number) {
    var numbers = PhoneNumberUtil.getInstance();
    try {
      return number.matches("\\+[1-9]\\d{6,14}")
          && numbers.isValidNumber(numbers.parse(number, null));
    } catch (NumberParseException _) {
      return false;
    }
  }
}
