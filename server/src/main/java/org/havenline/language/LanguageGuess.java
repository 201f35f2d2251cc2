package org.havenline.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which language a person probably writes: the candidates, likeliest first.
///
/// @param candidates with their probabilities, at most [LanguageDetector#MOST_CANDIDATES]; none if
///   there was nothing to go by
/// @param evidence of the whole conversation, this message included, to be kept for the next one
public record LanguageGuess(List<Candidate> candidates, Evidence evidence) {
  /// Undetermined, as BCP 47 says it.
  public static final String UNKNOWN = "und";

  /// One language she may be writing.
  ///
  /// @param language a BCP 47 tag, or `und` for a language we do not know
  public record Candidate(String language, double probability) {}

  /// What may be done with a guess.
  public enum Certainty {
    /// At least 0.90: set it silently.
    SET,
    /// 0.60 to 0.90: set it, and let her correct it with one key.
    PROVISIONAL,
    /// Less, or a language we do not know: ask her, and never hold the message meanwhile.
    ASK
  }

  /// While a language is not certain, so many likely ones are tried.
  private static final int LIKELY = 3;

  public LanguageGuess {
    candidates = List.copyOf(candidates);
  }

  public String language() {
    return candidates.isEmpty() ? UNKNOWN : candidates.getFirst().language();
  }

  /// The probability of [#language()], 0 to 1.
  public double confidence() {
    return candidates.isEmpty() ? 0 : candidates.getFirst().probability();
  }

  /// What may be done; without a single word of hers no country is reason enough to set a language.
  public Certainty certainty() {
    boolean wordless = evidence.equals(Evidence.none());
    if (wordless || language().equals(UNKNOWN) || confidence() < 0.60) {
      return Certainty.ASK;
    }
    return confidence() < 0.90 ? Certainty.PROVISIONAL : Certainty.SET;
  }

  /// The languages whose rules a message is read by: the certain one, else the three likeliest.
  public Set<String> likely() {
    return candidates.stream()
        .map(Candidate::language)
        .filter(language -> !language.equals(UNKNOWN))
        .limit(certainty() == Certainty.SET ? 1 : LIKELY)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
