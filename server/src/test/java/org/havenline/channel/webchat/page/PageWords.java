package org.havenline.channel.webchat.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The page with the texts of this source tree, and with two languages nobody speaks: `en-XA` is
/// longer and in brackets, so that a sentence that stands in the code itself is seen; `ar-XB` runs
/// from right to left.
final class PageWords implements PageTexts {
  static final List<Tongue> TONGUES =
      List.of(
          new Tongue("en", "English", false),
          new Tongue("en-XA", "Ļöñg", false),
          new Tongue("ar-XB", "العربية", true));

  private static final String PLAIN = "aceilnosuAEILNS";
  private static final String MARKED = "àçéîļñöšûÀÉÎĻÑŠ";

  private final JsonNode english;

  PageWords() {
    try {
      english =
          new ObjectMapper()
              .readTree(Path.of(System.getProperty("en.arb", "../translations/texts/en.arb")).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Page page(URI exit) {
    return new Page(new PageWords(), TONGUES, exit);
  }

  @Override
  public String text(String key, String locale, Map<String, Object> args) {
    var text = new MessageFormat(english.get(key).asText(), ULocale.ENGLISH).format(args);
    return switch (locale) {
      case "en-XA" -> longer(text);
      case "ar-XB" -> "\u200f\u202e" + text + "\u202c";
      default -> text;
    };
  }

  private static String longer(String text) {
    var marked = new StringBuilder("[");
    for (int i = 0; i < text.length(); i++) {
      int known = PLAIN.indexOf(text.charAt(i));
      marked.append(known < 0 ? text.charAt(i) : MARKED.charAt(known));
    }
    return marked.append(" ~".repeat(text.length() / 5)).append(']').toString();
  }
}
