package org.havenline.rehearsal.route;

import java.util.List;

/// What would happen to a contact, step by step, and why. In words, for staff.
///
/// @param rules those that were looked at, in order; the last one matches
/// @param place in its queue
/// @param needs whom it is offered to at first
/// @param atOnce how many are asked at once at first
/// @param responders everyone in the table who answers, as if all were on duty and free
/// @param steps while nobody has accepted
public record Explanation(
    String line,
    String at,
    String contact,
    List<Looked> rules,
    String queue,
    String place,
    String needs,
    String offerTimeout,
    int atOnce,
    List<Candidate> responders,
    List<Due> steps) {

  /// A rule.
  ///
  /// @param because the parts of its condition that decided, with what the contact has
  public record Looked(String rule, boolean matches, List<String> because) {
    public Looked {
      because = List.copyOf(because);
    }
  }

  /// A responder.
  ///
  /// @param whyNot empty when she is asked at once
  /// @param from the first step from which she may be asked; empty: at once or never
  public record Candidate(String responder, boolean asked, List<String> whyNot, String from) {
    public Candidate {
      whyNot = List.copyOf(whyNot);
    }
  }

  /// A step.
  ///
  /// @param after since the arrival
  /// @param at ISO 8601, in the line's zone
  /// @param mayAnswer how many of the responders may be asked from then on
  public record Due(String after, String at, String what, int mayAnswer) {}

  public Explanation {
    rules = List.copyOf(rules);
    responders = List.copyOf(responders);
    steps = List.copyOf(steps);
  }
}
