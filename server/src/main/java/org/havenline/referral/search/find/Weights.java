package org.havenline.referral.search.find;

/// How much each thing counts, all in one place. What is asked for decides first: a name typed in
/// full is that service, open or not. Then what decides whether she can go there tonight. Words
/// count as much as a door that is open: among forty open legal offices they pick the one for wage
/// claims.
final class Weights {
  /// The organisation's name, the service's, or a category, just as typed; times 1, 0.9 and 0.8.
  static final double NAMED = 5;

  /// Open now; less and less for what opens within [#SOON_HOURS].
  static final double OPEN = 2;

  /// At the place itself; half of it at [#HALF_KM].
  static final double NEAR = 2;

  /// The best text; see [#HALF_TEXT].
  static final double WORDS = 2;

  /// Free places reported this moment, half as much after [#HALF_HOURS]; taken off when full.
  static final double PLACES = 1;

  /// Spoken there; half of it by interpreter.
  static final double LANGUAGE = 1;

  /// Checked today; half of it after [#HALF_DAYS].
  static final double FRESH = 0.5;

  /// Demands nothing of her.
  static final double UNCONDITIONAL = 0.5;

  static final double SOON_HOURS = 12;
  static final double HALF_KM = 10;
  static final double HALF_HOURS = 24;
  static final double HALF_DAYS = 365;

  /// A score of Lucene that is half as good as can be.
  static final double HALF_TEXT = 10;

  /// Smaller differences of wording decide only between equals.
  static final double TEXT_STEPS = 20;

  /// Hours not said: may be open.
  static final double MAYBE_OPEN = 0.3;

  /// A language not said: may be spoken.
  static final double MAYBE_SPOKEN = 0.2;

  static final double INTERPRETER = 0.5;

  /// A phone is near, and yet not a bed.
  static final double REMOTE = 0.6;

  private Weights() {}

  /// A score of Lucene's as 0 to 1, in steps.
  static double text(double score) {
    return Math.floor(TEXT_STEPS * score / (score + HALF_TEXT)) / TEXT_STEPS;
  }

  static double near(double km) {
    return HALF_KM / (HALF_KM + km);
  }

  static double fading(double age, double half) {
    return half / (half + age);
  }
}
