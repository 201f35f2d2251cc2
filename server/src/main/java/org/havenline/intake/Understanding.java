package org.havenline.intake;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.contact.Contact;
import org.havenline.language.Evidence;
import org.havenline.language.LanguageDetector;
import org.havenline.language.LanguageGuess;
import org.havenline.language.LanguageGuess.Certainty;
import org.havenline.language.Prior;
import org.havenline.risk.RiskAssessment;
import org.havenline.risk.RiskMonitor;
import org.havenline.routingconfig.Channel;

/// What a message says of its language and its danger, weighed with what the conversation said
/// before.
public final class Understanding {
  /// Below certainty, the rules of so many likely languages are tried.
  private static final int LANGUAGES_TRIED = 3;

  private static final Set<String> CARRIER_WORDS =
      Set.of(
          "STOP",
          "STOPALL",
          "UNSUBSCRIBE",
          "CANCEL",
          "END",
          "QUIT",
          "START",
          "YES",
          "UNSTOP",
          "HELP",
          "INFO");

  private final LanguageDetector languages;
  private final RiskMonitor risks;

  public Understanding(LanguageDetector languages, RiskMonitor risks) {
    this.languages = languages;
    this.risks = risks;
  }

  /// @param whole of the conversation, this message included
  /// @param signals of this message alone
  public record Understood(Contact.Understanding whole, RiskAssessment signals) {}

  /// @param before what the conversation said so far, empty for its first message
  public Understood of(InboundMessage message, Optional<Contact.Understanding> before) {
    var evidence = before.map(known -> Evidence.parse(known.evidence())).orElseGet(Evidence::none);
    var words = isCarrierWord(message.text()) ? "" : message.text();
    var guess = languages.detect(words, prior(message.from()), evidence);
    var signals = risks.assess(message.text(), likely(guess));
    var earlier = before.map(known -> RiskAssessment.parse(known.signals()));
    var all = earlier.map(known -> risks.together(known, signals)).orElse(signals);
    // it rises with each message and falls only by a person
    var level = before.map(known -> known.risk().or(all.level())).orElse(all.level());
    return new Understood(
        new Contact.Understanding(
            guess.language(),
            guess.confidence(),
            guess.certainty().name(),
            guess.evidence().encode(),
            level,
            all.encode(),
            Countries.of(message.from())),
        signals);
  }

  /// Everyone knows these words from the carriers' own texts, whatever language they speak.
  private static boolean isCarrierWord(String text) {
    return CARRIER_WORDS.contains(text.strip().toUpperCase(Locale.ROOT));
  }

  private static Prior prior(Address from) {
    return from.channel() == Channel.WEBCHAT ? Prior.flat() : Prior.callingCode(from.value());
  }

  private static Set<String> likely(LanguageGuess guess) {
    var likely = new LinkedHashSet<String>();
    guess.candidates().stream()
        .limit(guess.certainty() == Certainty.SET ? 1 : LANGUAGES_TRIED)
        .forEach(candidate -> likely.add(candidate.language()));
    return likely;
  }
}
