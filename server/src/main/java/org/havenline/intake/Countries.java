package org.havenline.intake;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.havenline.channel.Address;
import org.havenline.routingconfig.Channel;

/// The country a number belongs to: a hint, not where the person is.
final class Countries {
  private Countries() {}

  /// @return ISO 3166 code, empty when the address does not tell
  static String of(Address from) {
    if (from.channel() == Channel.WEBCHAT) {
      return "";
    }
    try {
      var numbers = PhoneNumberUtil.getInstance();
      var region = numbers.getRegionCodeForNumber(numbers.parse(from.value(), null));
      return region == null || region.length() != 2 ? "" : region;
    } catch (NumberParseException e) {
      return "";
    }
  }
}
