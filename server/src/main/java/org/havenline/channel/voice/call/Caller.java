package org.havenline.channel.voice.call;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;
import java.util.Set;
import org.havenline.channel.Address;
import org.havenline.routingconfig.Channel;

/// Who calls, as far as the network says.
///
/// @param number E.164; empty when it is withheld, or none at all (SIP, client, malformed)
public record Caller(Optional<String> number) {
  /// What networks write for a withheld number: the letters of ANONYMOUS, RESTRICTED, BLOCKED,
  /// UNKNOWN and UNAVAILABLE on a keypad (twilio.md §1.1). Thousands of people share each.
  private static final Set<String> WITHHELD =
      Set.of("+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253", "+464");

  private static final String NO_NUMBER = "call-";

  /// @param from as the provider writes it
  public static Caller of(String from) {
    return new Caller(Optional.of(from).filter(Caller::isNumber));
  }

  private static boolean isNumber(String from) {
    if (!from.matches("\\+[1-9]\\d{6,14}") || WITHHELD.contains(from)) {
      return false;
    }
    try {
      var numbers = PhoneNumberUtil.getInstance();
      return numbers.isPossibleNumber(numbers.parse(from, null));
    } catch (NumberParseException e) {
      return false;
    }
  }

  /// By which a number is one person, whenever it calls.
  public Optional<Address> address() {
    return number.map(found -> new Address(Channel.VOICE, found));
  }

  /// Of this call alone: nobody else is ever taken for her.
  public static Address alone(CallId call) {
    return new Address(Channel.VOICE, NO_NUMBER + call);
  }

  /// Whether there is a number behind the address of a call.
  public static boolean hasNumber(Address address) {
    return !address.value().startsWith(NO_NUMBER);
  }
}
