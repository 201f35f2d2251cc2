package org.havenline.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.havenline.routingconfig.RiskLevel;

/// How urgent, and why. Holds no words of the message, only where they stand, so that it may be
/// kept beside the contact and be logged.
public record RiskAssessment(RiskLevel level, List<Signal> signals) {
  private static final RiskAssessment NONE = new RiskAssessment(RiskLevel.STANDARD, List.of());

  public RiskAssessment {
    signals = List.copyOf(signals);
  }

  /// Nothing found.
  public static RiskAssessment none() {
    return NONE;
  }

  /// This and a later one of the same contact: the level rises and never falls, a rule is named
  /// once, with its place in the message in which it was found first.
  public RiskAssessment and(RiskAssessment later) {
    List<Signal> both = new ArrayList<>(signals);
    later.signals.stream()
        .filter(signal -> signals.stream().noneMatch(own -> own.ruleId().equals(signal.ruleId())))
        .forEach(both::add);
    return new RiskAssessment(level.or(later.level), both);
  }

  /// What other rules found than those that had found something before; the level is theirs alone.
  public RiskAssessment without(RiskAssessment before) {
    var fresh =
        signals.stream()
            .filter(signal ->
                before.signals.stream().noneMatch(own -> own.ruleId().equals(signal.ruleId())))
            .toList();
    return new RiskAssessment(
        fresh.stream().map(Signal::level).reduce(RiskLevel.STANDARD, RiskLevel::or), fresh);
  }

  /// One line of ids, codes, levels and offsets, the form in which Redis keeps it.
  public String encode() {
    return level
        + signals.stream().map(signal -> " " + signal.encode()).collect(Collectors.joining());
  }

  /// The way back from [#encode()].
  ///
  /// @throws IllegalArgumentException for anything that [#encode()] did not write
  public static RiskAssessment parse(String line) {
    String[] parts = line.split(" ", -1);
    return new RiskAssessment(
        RiskLevel.valueOf(parts[0]), Arrays.stream(parts).skip(1).map(Signal::parse).toList());
  }
}
