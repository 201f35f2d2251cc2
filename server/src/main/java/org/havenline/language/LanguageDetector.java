package org.havenline.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.havenline.language.LanguageGuess.Candidate;

/// Tells the language of short messages: the script narrows it down, then naive Bayes over
/// character grams weighs the languages of that script, and a [Prior] and the conversation's
/// earlier messages join in. Thread-safe; no text is an error.
///
/// Dari and Persian are one (`fa`) by their text; `prs` is answered only where the prior names it.
public final class LanguageDetector {
  /// What "any other language" is spread over.
  static final int USUAL_LANGUAGES = 50;

  public static final int MOST_CANDIDATES = 5;

  private static final String MODEL = "model.bin.gz";

  /// Nobody's language is ruled out by one message: people borrow, quote, and answer "ok".
  private static final double LEAST = -8;

  /// How sure a script makes of the one language of ours that uses it: a text in another language
  /// of that script is rare, not impossible.
  private static final double SCRIPT_ALONE = -3.5;

  private final Map<WritingSystem, GramTable> tables;

  private LanguageDetector(Map<WritingSystem, GramTable> tables) {
    this.tables = tables;
  }

  /// The detector with the model shipped in this room.
  public static LanguageDetector load() {
    try (InputStream in = LanguageDetector.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException(MODEL + " is missing");
      }
      return read(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// A detector with another model, made by `TrainModel`.
  public static LanguageDetector read(InputStream model) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(model, 1 << 16), 1 << 16));
    Map<WritingSystem, GramTable> tables = new EnumMap<>(WritingSystem.class);
    for (int left = in.readInt(); left > 0; left--) {
      tables.put(WritingSystem.valueOf(in.readUTF()), GramTable.read(in));
    }
    return new LanguageDetector(tables);
  }

  /// The likely languages of a message.
  ///
  /// @param soFar what the earlier messages of the conversation said, [Evidence#none()] at first
  public LanguageGuess detect(String text, Prior prior, Evidence soFar) {
    Evidence evidence = weigh(text, soFar);
    Map<String, Double> shares = new HashMap<>();
    evidence
        .logLikelihoods()
        .forEach((language, value) -> share(shares, language, Math.exp(value), prior));
    double sum = 0;
    for (double share : shares.values()) {
      sum += share;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (var one : shares.entrySet()) {
      candidates.add(new Candidate(one.getKey(), one.getValue() / sum));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::probability).reversed());
    return new LanguageGuess(
        candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size())), evidence);
  }

  private static void share(
      Map<String, Double> shares, String language, double likelihood, Prior prior) {
    shares.merge(language, likelihood * prior.weight(language), Double::sum);
    if (language.equals("fa") && prior.weights().containsKey("prs")) {
      shares.merge("prs", likelihood * prior.weight("prs"), Double::sum);
    }
  }

  /// What a message says, added to what was said before.
  public Evidence weigh(String text, Evidence soFar) {
    Letters letters = Letters.of(text);
    WritingSystem system = letters.main();
    if (letters.count(system) == 0 || system == WritingSystem.OTHER) {
      return soFar;
    }
    return soFar.plus(ofMessage(letters, system));
  }

  private Evidence ofMessage(Letters letters, WritingSystem system) {
    GramTable table = tables.get(system);
    if (table == null) {
      String only = system.onlyLanguage().orElse(LanguageGuess.UNKNOWN);
      return Evidence.of(Map.of(only, 0.0, LanguageGuess.UNKNOWN, SCRIPT_ALONE), LEAST);
    }
    float[] scores = table.score(Grams.of(letters, system));
    double best = Double.NEGATIVE_INFINITY;
    for (int language = 0; language < scores.length; language++) {
      scores[language] += (float) Math.log(table.standing(language));
      best = Math.max(best, scores[language]);
    }
    Map<String, Double> likelihoods = new HashMap<>();
    for (int language = 0; language < scores.length; language++) {
      likelihoods.put(table.languages().get(language), Math.max(LEAST, scores[language] - best));
    }
    return Evidence.of(likelihoods, LEAST);
  }
}
