package org.havenline.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.havenline.language.LanguageGuess.Candidate;
import org.havenline.language.grams.GramTable;
import org.havenline.language.grams.Grams;
import org.havenline.language.grams.Letters;
import org.havenline.language.grams.WritingSystem;

/// Tells the language of short messages: the script narrows it down, then naive Bayes over
/// character grams weighs the languages of that script, and a [Prior] and the conversation's
/// earlier messages join in. Thread-safe; no text is an error.
///
/// Dari and Persian are one (`fa`) by their text; `prs` is answered only where the prior names it.
/// Latin spellings of other scripts are classes of their own: `ar-Latn`, `ur-Latn` (Hindi too).
public final class LanguageDetector {
  /// What "any other language" is spread over in a prior.
  static final int USUAL_LANGUAGES = 50;

  static final int MOST_CANDIDATES = 5;

  private static final String MODEL = "model.bin.gz";

  /// Nobody's language is ruled out by one message: people borrow, quote, and answer "ok". The
  /// fewer letters, the less a message can say against a language: one nat a letter, this at most.
  private static final double LEAST = -10;

  /// A language of another script loses so much more, as hardly anyone changes her script.
  private static final double OTHER_SCRIPT = -3;

  /// How sure a script makes of the one language of ours that uses it: a text in another language
  /// of that script is rare, not impossible.
  private static final double SCRIPT_ALONE = -2;

  private final Map<WritingSystem, GramTable> tables;
  private final String[] answers;
  private final double[] standing;

  private LanguageDetector(Map<WritingSystem, GramTable> tables) {
    this.tables = tables;
    Map<String, Double> known = new TreeMap<>();
    for (GramTable table : tables.values()) {
      known.putAll(table.standing());
    }
    for (WritingSystem system : WritingSystem.values()) {
      system.onlyLanguage().ifPresent(language -> known.putIfAbsent(language, 1.0));
    }
    answers = known.keySet().toArray(String[]::new);
    standing = known.values().stream().mapToDouble(Double::doubleValue).toArray();
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
    if (evidence.equals(Evidence.none()) && prior.equals(Prior.flat())) {
      return new LanguageGuess(List.of(), evidence);
    }
    double[] shares = new double[answers.length];
    double sum = 0;
    for (int at = 0; at < shares.length; at++) {
      shares[at] = standing[at] * evidence.likelihood(answers[at]) * weight(answers[at], prior);
      sum += shares[at];
    }
    List<Candidate> candidates = new ArrayList<>(MOST_CANDIDATES);
    while (candidates.size() < MOST_CANDIDATES) {
      int best = 0;
      for (int at = 1; at < shares.length; at++) {
        best = shares[at] > shares[best] ? at : best;
      }
      addOf(answers[best], shares[best] / sum, prior, candidates);
      shares[best] = -1;
    }
    candidates.sort(Comparator.comparingDouble(Candidate::probability).reversed());
    return new LanguageGuess(candidates, evidence);
  }

  /// Persian's stands for Dari too, where the prior names it.
  private static double weight(String language, Prior prior) {
    Double dari = language.equals("fa") ? prior.weights().get("prs") : null;
    return prior.weight(language) + (dari == null ? 0 : dari);
  }

  private static void addOf(
      String language, double probability, Prior prior, List<Candidate> candidates) {
    double whole = weight(language, prior);
    double own = prior.weight(language);
    candidates.add(new Candidate(language, probability * own / whole));
    if (own < whole) {
      candidates.add(new Candidate("prs", probability * (1 - own / whole)));
    }
  }

  /// What a message says, added to what was said before.
  public Evidence weigh(String text, Evidence soFar) {
    Letters letters = Letters.of(text);
    WritingSystem system = letters.main();
    if (system == WritingSystem.OTHER) {
      return soFar;
    }
    return soFar.plus(ofMessage(letters, system));
  }

  /// Which languages a message mixes, and how much of it each has, 0 to 1; one language if it mixes
  /// none, nothing if it has no letters.
  public Map<String, Double> mix(String text) {
    return new Mixture(tables).of(Letters.of(text));
  }

  private Evidence ofMessage(Letters letters, WritingSystem system) {
    GramTable table = tables.get(system);
    if (table != null) {
      double least = Math.max(LEAST, -1.0 - letters.count(system));
      Map<String, Double> likelihoods = table.logLikelihoods(Grams.of(letters, system));
      likelihoods.replaceAll((_, value) -> Math.max(least, value));
      return Evidence.of(likelihoods, Math.max(LEAST, least + OTHER_SCRIPT));
    }
    String only = system.onlyLanguage().orElse(LanguageGuess.UNKNOWN);
    return Evidence.of(Map.of(only, 0.0, LanguageGuess.UNKNOWN, SCRIPT_ALONE), LEAST);
  }
}
