package org.havenline.channel.webchat.page;

import java.util.Map;

/// Where the page has its sentences from.
@FunctionalInterface
public interface PageTexts {
  /// @param key of `translations/texts`
  /// @param locale BCP 47
  String text(String key, String locale, Map<String, Object> args);
}
