package org.havenline.routingconfig.line;

import java.util.Optional;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// Who else may come into a call of a line, and what is said of it.
///
/// @param emergency the number of the dispatch centre that a responder may bring in (E.164): from a
///   server a short number such as 112 reaches the wrong place, or nobody
/// @param supervision whether it is said aloud that a supervisor is on the call
public record TalkRules(Optional<String> emergency, Supervision supervision) {
  /// What holds when the table says nothing: no emergency services, and nobody listens unannounced.
  public static final TalkRules USUAL = new TalkRules(Optional.empty(), Supervision.ANNOUNCED);

  /// What is said when a supervisor comes into a call.
  public enum Supervision {
    /// Both hear it before she hears them.
    ANNOUNCED,
    /// Nothing: only where the law lets it be.
    SILENT
  }

  static TalkRules of(Fields line) {
    return line.optional("talk").map(TalkRules::read).orElse(USUAL);
  }

  private static TalkRules read(Value value) {
    var fields = value.fields();
    var rules =
        new TalkRules(
            fields.optional("emergency").map(Numbers::read).filter(one -> !one.isEmpty()),
            fields
                .optional("supervision")
                .flatMap(v -> v.word(Supervision.class))
                .orElse(Supervision.ANNOUNCED));
    fields.done();
    return rules;
  }

  /// Without the number, which is nobody's business.
  @Override
  public String toString() {
    return "TalkRules[" + supervision + "]";
  }
}
