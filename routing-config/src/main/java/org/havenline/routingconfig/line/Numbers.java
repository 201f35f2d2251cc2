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
    var numbers = PhoneNumberUtil.getInstance();
    try {
      if (text.matches("\\+[1-9]\\d{6,14}") && numbers.isValidNumber(numbers.parse(text, null))) {
        return text;
      }
    } catch (NumberParseException _) {
      // falls to the finding
    }
    value.fault(
        "this is not a telephone number that exists",
        "Write it as \"+\", country code and number without spaces, in quotes");
    return "";
  }
}
