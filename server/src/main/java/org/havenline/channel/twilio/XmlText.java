package org.havenline.channel.twilio;

import java.util.regex.Pattern;

/// Words for a document.
public final class XmlText {
  /// What XML 1.0 cannot hold, not even escaped.
  private static final Pattern NOT_IN_XML =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private XmlText() {}

  /// The same, with a space for each sign that no document can hold.
  public static String of(String words) {
    return NOT_IN_XML.matcher(words).replaceAll(" ");
  }
}
