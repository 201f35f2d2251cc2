package org.havenline.risk;

import java.util.List;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.risk.ReviewState;
import org.havenline.routingconfig.risk.RiskRule;

/// Rules that stand in no file, for tests of the engine; the id begins with the language.
final class MadeUpRule {
  private MadeUpRule() {}

  static RiskRule of(String id, String code, String query) {
    return of(id, code, List.of(query), List.of(), List.of());
  }

  static RiskRule of(
      String id, String code, List<String> query, List<String> unlessAfter, List<String> unless) {
    String language = id.substring(0, id.indexOf('.'));
    return new RiskRule(
        id,
        language,
        code,
        RiskLevel.HIGH,
        query,
        unlessAfter,
        unless,
        List.of(),
        List.of(),
        "us",
        ReviewState.DRAFTED,
        language + ".yaml",
        1);
  }
}
