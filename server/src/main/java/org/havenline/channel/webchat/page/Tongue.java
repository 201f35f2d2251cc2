package org.havenline.channel.webchat.page;

/// A language the page is offered in.
///
/// @param locale BCP 47
/// @param name its own name for itself
/// @param rightToLeft how it is written
public record Tongue(String locale, String name, boolean rightToLeft) {
  public String direction() {
    return rightToLeft ? "rtl" : "ltr";
  }
}
