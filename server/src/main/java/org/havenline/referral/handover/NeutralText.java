package org.havenline.referral.handover;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.havenline.referral.deeds.Offering;
import org.havenline.referral.given.Option;
import org.havenline.translations.Segments;

/// Looks whether a text may stand on a phone that another may read.
public final class NeutralText {
  private static final Pattern LINK =
      Pattern.compile("(?iu)https?:|www\\.|[\\p{L}\\p{N}]\\.\\p{L}{2,}");

  private final Phrases phrases;
  private final Supplier<List<String>> names;
  private final Offering offering;

  /// Sentences, and words that tell.
  public interface Phrases {
    /// In a language, or one she may read; empty when there is no such sentence.
    Optional<String> sentence(String language, String key, Map<String, Object> arguments);

    /// The first word that would tell whoever sees it what this is about.
    Optional<String> telling(String text, String language);
  }

  /// @param names of the lines, which no text may say
  public NeutralText(Phrases phrases, Supplier<List<String>> names, Offering offering) {
    this.phrases = phrases;
    this.names = names;
    this.offering = offering;
  }

  /// A text that says where to call; empty when the service has no number.
  Optional<String> draft(Option option, String language) {
    return option.phone().isEmpty()
        ? Optional.empty()
        : phrases.sentence(language, "referral", Map.of("phone", option.phone()));
  }

  /// Why a text must not be sent, and what to do; empty when it may.
  Optional<String> refusal(String text, Option option, String language) {
    if (text.isBlank()) {
      return Optional.of("The text is empty.");
    }
    if (Segments.of(text) > 1) {
      return Optional.of(
          "The text does not fit in one SMS: 160 characters, or 70 with letters such as á or я.");
    }
    var telling = phrases.telling(text, language);
    if (telling.isPresent()) {
      return Optional.of(
          "A word with '%s' would tell others what this is about. Say it otherwise."
              .formatted(telling.get()));
    }
    if (names.get().stream().anyMatch(name -> says(text, name))) {
      return Optional.of("The text names this line. Others may see it: leave the name out.");
    }
    if (LINK.matcher(text).find()) {
      return Optional.of("The text has a link or an address of the web. Leave it out.");
    }
    if (offering.isTold(option.service(), text)) {
      return Optional.of("The text says where a confidential place is. Leave the address out.");
    }
    return Optional.empty();
  }

  private static boolean says(String text, String name) {
    return !name.isBlank()
        && text.toLowerCase(Locale.ROOT).contains(name.strip().toLowerCase(Locale.ROOT));
  }
}
