package org.havenline.channel;

import org.havenline.routingconfig.Channel;

/// Where a person or a line is reached on a channel: an E.164 number for SMS, WhatsApp and voice, a
/// session for web chat. Prints without the value, so that no log can hold a number.
public record Address(Channel channel, String value) {
  @Override
  public String toString() {
    return channel + ":…";
  }
}
