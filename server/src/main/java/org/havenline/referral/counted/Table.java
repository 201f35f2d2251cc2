package org.havenline.referral.counted;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.havenline.referral.counted.About.Age;
import org.havenline.referral.counted.About.Form;
import org.havenline.referral.counted.About.Nationality;
import org.havenline.referral.counted.About.Sex;

/// What is counted, each for itself: no cell crosses two of them.
public enum Table {
  SEX,
  AGE,
  NATIONALITY,
  FORM,
  /// Kinds of service that were asked for, and whether they were to be had.
  NEED;

  /// As stored and in the API.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Every cell there can be; none for needs, which the taxonomy names.
  List<String> cells() {
    return switch (this) {
      case SEX -> words(Sex.values());
      case AGE -> words(Age.values());
      case NATIONALITY -> words(Nationality.values());
      case FORM -> words(Form.values());
      case NEED -> List.of();
    };
  }

  private static List<String> words(Enum<?>[] cells) {
    return Arrays.stream(cells).map(About::word).toList();
  }

  /// The counters of a person, of all tables but that of needs.
  static List<String> counters(About about) {
    return List.of(
        SEX.counter(About.word(about.sex())),
        AGE.counter(About.word(about.age())),
        NATIONALITY.counter(About.word(about.nationality())),
        FORM.counter(About.word(about.form())));
  }

  String counter(String cell) {
    return word() + " " + cell;
  }
}
