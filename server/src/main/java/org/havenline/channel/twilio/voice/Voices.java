package org.havenline.channel.twilio.voice;

import com.twilio.twiml.voice.Say;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which of Twilio's voices speaks a language. One of each suffices; a language without one is not
/// spoken, since Twilio fails a `<Say>` whose voice does not speak its words (twilio.md §1.8).
final class Voices {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("af", "Google.af-ZA-Standard-A"),
          Map.entry("am", "Google.am-ET-Standard-A"),
          Map.entry("ar", "Google.ar-XA-Standard-A"),
          Map.entry("bg", "Google.bg-BG-Standard-B"),
          Map.entry("bn", "Google.bn-IN-Standard-A"),
          Map.entry("cs", "Google.cs-CZ-Standard-B"),
          Map.entry("da", "Google.da-DK-Standard-F"),
          Map.entry("de", "Google.de-DE-Standard-G"),
          Map.entry("el", "Google.el-GR-Standard-B"),
          Map.entry("en", "Google.en-US-Standard-C"),
          Map.entry("es", "Google.es-US-Standard-A"),
          Map.entry("fi", "Google.fi-FI-Standard-B"),
          Map.entry("fr", "Google.fr-FR-Standard-F"),
          Map.entry("gu", "Google.gu-IN-Standard-A"),
          Map.entry("he", "Google.he-IL-Standard-A"),
          Map.entry("hi", "Google.hi-IN-Standard-A"),
          Map.entry("hu", "Google.hu-HU-Standard-B"),
          Map.entry("id", "Google.id-ID-Standard-A"),
          Map.entry("it", "Google.it-IT-Standard-A"),
          Map.entry("ja", "Google.ja-JP-Standard-A"),
          Map.entry("kn", "Google.kn-IN-Standard-A"),
          Map.entry("ko", "Google.ko-KR-Standard-A"),
          Map.entry("lt", "Google.lt-LT-Standard-B"),
          Map.entry("lv", "Google.lv-LV-Standard-B"),
          Map.entry("ml", "Google.ml-IN-Standard-A"),
          Map.entry("mr", "Google.mr-IN-Standard-A"),
          Map.entry("ms", "Google.ms-MY-Standard-A"),
          Map.entry("nb", "Google.nb-NO-Standard-F"),
          Map.entry("nl", "Google.nl-NL-Standard-F"),
          Map.entry("pa", "Google.pa-IN-Standard-A"),
          Map.entry("pl", "Google.pl-PL-Standard-F"),
          Map.entry("pt-BR", "Google.pt-BR-Standard-A"),
          Map.entry("pt", "Google.pt-PT-Standard-E"),
          Map.entry("ro", "Google.ro-RO-Standard-B"),
          Map.entry("ru", "Google.ru-RU-Standard-A"),
          Map.entry("sk", "Google.sk-SK-Standard-B"),
          Map.entry("sr", "Google.sr-RS-Standard-A"),
          Map.entry("sv", "Google.sv-SE-Standard-F"),
          Map.entry("ta", "Google.ta-IN-Standard-A"),
          Map.entry("te", "Google.te-IN-Standard-A"),
          Map.entry("th", "Google.th-TH-Standard-A"),
          Map.entry("tl", "Google.fil-PH-Standard-A"),
          Map.entry("fil", "Google.fil-PH-Standard-A"),
          Map.entry("tr", "Google.tr-TR-Standard-A"),
          Map.entry("uk", "Google.uk-UA-Standard-A"),
          Map.entry("vi", "Google.vi-VN-Standard-A"),
          Map.entry("yue", "Google.yue-HK-Standard-A"),
          Map.entry("zh-Hant", "Google.cmn-TW-Standard-A"),
          Map.entry("zh", "Google.cmn-CN-Standard-A"));

  private static final Map<String, Say.Voice> BY_LANGUAGE =
      Arrays.stream(Say.Voice.values())
          .collect(
              Collectors.collectingAndThen(
                  Collectors.toMap(Object::toString, Function.identity()), Voices::ofLanguages));

  private Voices() {}

  private static Map<String, Say.Voice> ofLanguages(Map<String, Say.Voice> byName) {
    return NAMES.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> Objects.requireNonNull(byName.get(entry.getValue()))));
  }

  /// @param language BCP 47
  static Optional<Say.Voice> of(String language) {
    var tag = language;
    while (!tag.isEmpty()) {
      var name = BY_LANGUAGE.get(tag);
      if (name != null) {
        return Optional.of(name);
      }
      tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
    }
    return Optional.empty();
  }

  static boolean has(String language) {
    return of(language).isPresent();
  }
}
