package org.havenline.channel.webchat.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the page says in one language.
record Said(PageTexts texts, String locale) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What the script says that stands nowhere in the markup, by the name the script has for it.
  private static final Map<String, String> SCRIPT =
      Map.ofEntries(
          Map.entry("sending", "chatSending"),
          Map.entry("received", "chatReceived"),
          Map.entry("notSent", "chatNotSent"),
          Map.entry("tooLong", "chatTooLong"),
          Map.entry("offline", "chatOffline"),
          Map.entry("busy", "chatBusy"),
          Map.entry("fault", "chatFault"),
          Map.entry("waiting", "chatWaiting"),
          Map.entry("present", "chatPresent"),
          Map.entry("nobody", "chatNobody"),
          Map.entry("back", "chatWordsBack"),
          Map.entry("over", "chatOver"),
          Map.entry("stopped", "chatStopped"));

  String text(String key, Map<String, Object> args) {
    return texts.text(key, locale, args);
  }

  /// As JSON that may stand in a document: nothing in it can end the element it stands in.
  String forScript() {
    var all = new LinkedHashMap<String, Object>();
    SCRIPT.forEach((name, key) -> all.put(name, text(key, Map.of())));
    // filled in on her phone: her number goes nowhere but into her message
    Map<String, Object> holes = Map.of("phone", "{phone}", "when", "{when}");
    all.put("call", text("chatAskedCall", holes));
    all.put("text", text("chatAskedText", holes));
    all.put("place", Places.of(count -> text("chatPlace", Map.of("count", count))));
    try {
      return JSON.writeValueAsString(all).replace("<", "\\u003c");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
