package org.havenline.correction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineKeys;
import org.havenline.redis.Redis;
import org.havenline.risk.RiskAssessment;
import org.havenline.risk.Signal;
import org.havenline.routingconfig.RiskLevel;

/// How good each rule is in practice. When a person judges the risk of a contact, each rule that
/// raised a signal in it is confirmed, unless it claims a more urgent level than the person's: then
/// it is corrected. Who judges a contact again moves its verdicts; nothing counts twice.
///
/// Keys:
/// - `{line}:verdicts` hash: `<rule> confirmed` and `<rule> corrected` → in how many contacts
/// - `{line}:contact:<id>` fields `verdict <rule>`: the last one on this contact
public final class Verdicts {
  static final String CONFIRMED = "confirmed";
  static final String CORRECTED = "corrected";
  private static final String VERDICT = "verdict ";

  private final Redis redis;
  private final LineKeys keys;

  public Verdicts(Redis redis, LineKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /// One rule's contacts, without a word of them.
  public record OfRule(String rule, long confirmed, long corrected) {}

  /// Of every rule that was ever judged.
  public List<OfRule> all() {
    var rules = new TreeMap<String, OfRule>();
    redis
        .call("HGETALL", keys.of("verdicts"))
        .fields()
        .forEach((name, value) -> {
          int space = name.lastIndexOf(' ');
          var rule = name.substring(0, space);
          long count = Long.parseLong(new String(value, java.nio.charset.StandardCharsets.UTF_8));
          boolean confirmed = name.endsWith(CONFIRMED);
          rules.merge(
              rule,
              new OfRule(rule, confirmed ? count : 0, confirmed ? 0 : count),
              (one, other) ->
                  new OfRule(
                      rule,
                      one.confirmed() + other.confirmed(),
                      one.corrected() + other.corrected()));
        });
    return List.copyOf(rules.values());
  }

  /// What staff last said of the rules that were found in a contact: confirmed or not.
  public Map<String, Boolean> of(ContactId contact) {
    var verdicts = new HashMap<String, Boolean>();
    redis
        .call("HGETALL", keys.contact(contact))
        .fields()
        .forEach((name, value) -> {
          if (name.startsWith(VERDICT)) {
            verdicts.put(
                name.substring(VERDICT.length()),
                new String(value, java.nio.charset.StandardCharsets.UTF_8).equals(CONFIRMED));
          }
        });
    return verdicts;
  }

  /// Rules and verdicts in turn.
  static List<String> of(String signals, RiskLevel judged) {
    return (signals.isEmpty() ? RiskAssessment.none() : RiskAssessment.parse(signals))
        .signals().stream()
            .flatMap(signal -> List.of(signal.ruleId(), of(signal, judged)).stream())
            .toList();
  }

  private static String of(Signal signal, RiskLevel judged) {
    return signal.level().compareTo(judged) < 0 ? CORRECTED : CONFIRMED;
  }
}
