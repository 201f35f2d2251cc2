package org.havenline.channel.voice.call;

import java.util.regex.Pattern;

/// One call, by the provider's own id (Twilio's CallSid).
public record CallId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  public CallId {
    if (!isOne(value)) {
      throw new IllegalArgumentException("no id of a call");
    }
  }

  public static boolean isOne(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
