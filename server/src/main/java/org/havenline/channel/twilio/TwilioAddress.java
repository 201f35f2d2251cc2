package org.havenline.channel.twilio;

import java.util.Optional;
import org.havenline.channel.Address;
import org.havenline.routingconfig.Channel;

/// How Twilio writes the addresses of messages: a number alone for SMS, `whatsapp:` before one for
/// WhatsApp.
public final class TwilioAddress {
  private static final String WHATSAPP = "whatsapp:";

  /// Numbers have at most 15 digits (E.164), names of senders at most 11 characters; what is longer
  /// than this is no address.
  private static final int LONGEST = 40;

  private TwilioAddress() {}

  /// Empty when it is blank, over-long or of a channel we have no door for.
  public static Optional<Address> read(String written) {
    var whatsApp = written.startsWith(WHATSAPP);
    var value = whatsApp ? written.substring(WHATSAPP.length()) : written;
    if (value.isBlank() || value.length() > LONGEST || value.indexOf(':') >= 0) {
      return Optional.empty();
    }
    return Optional.of(new Address(whatsApp ? Channel.WHATSAPP : Channel.SMS, value));
  }

  public static String write(Address address) {
    return address.channel() == Channel.WHATSAPP ? WHATSAPP + address.value() : address.value();
  }
}
