package org.havenline.referral.directory;

import java.util.Map;

/// One text in the languages a directory has it in; HSDS has one language only.
///
/// @param in BCP 47 language → text without markup; `und` where the language is not known. Never an
///   empty text: a directory's empty string means "not translated"
public record Wording(Map<String, String> in) {
  public static final Wording NONE = new Wording(Map.of());

  public Wording {
    in = Map.copyOf(in);
  }

  /// In the first of these languages that it has, `pt` for `pt-BR`, else in English, else in any,
  /// always the same.
  public String best(Iterable<String> languages) {
    for (String language : languages) {
      for (String tag = language; !tag.isEmpty(); tag = wider(tag)) {
        String text = in.get(tag);
        if (text != null) {
          return text;
        }
      }
    }
    String english = in.get("en");
    return english != null
        ? english
        : in.keySet().stream().sorted().findFirst().map(in::get).orElse("");
  }

  private static String wider(String tag) {
    return tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
  }
}
