package org.havenline.translations.arb;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/// How far a text has come, and on whose word. None may claim a review that it did not have, so
/// whoever claims one signs it.
///
/// @param by who reviewed it, as the project knows them; empty for a draft
/// @param on the day they did; empty for a draft
public record Review(State state, Optional<String> by, Optional<LocalDate> on) {
  /// Of a text of which nothing is said: it claims nothing.
  public static final Review NONE = new Review(State.DRAFTED, Optional.empty(), Optional.empty());

  public enum State {
    DRAFTED,
    /// By a second speaker of the language.
    REVIEWED,
    /// By someone who works with survivors.
    APPROVED;

    /// As files and the staff API write it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param notes gives a note by its name, empty when there is none
  /// @param today no review is later
  /// @param faults takes what is wrong and what to do
  /// @return nothing when no state is written at all
  static Optional<Review> read(
      UnaryOperator<String> notes, LocalDate today, BiConsumer<String, String> faults) {
    var word = notes.apply("x-review");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    var state = Arrays.stream(State.values()).filter(one -> one.word().equals(word)).findFirst();
    if (state.isEmpty()) {
      faults.accept("has no x-review", "Write drafted, reviewed or approved");
      return Optional.of(NONE);
    }
    if (state.get() == State.DRAFTED) {
      return Optional.of(NONE);
    }
    var by = Optional.of(notes.apply("x-reviewed-by")).filter(name -> !name.isBlank());
    var on = date(notes.apply("x-reviewed-on")).filter(day -> !day.isAfter(today));
    if (by.isEmpty() || on.isEmpty()) {
      faults.accept(
          "claims a review without saying by whom and when",
          "Add x-reviewed-by and x-reviewed-on (2026-03-01, not in the future), or write drafted");
      return Optional.of(NONE);
    }
    return Optional.of(new Review(state.get(), by, on));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
