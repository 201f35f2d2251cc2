package org.havenline.referral.hsds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What HSDS has no field for, under one key of a service:
///
/// ```
/// "havenline": {
///   "language": "en",                      BCP 47 of HSDS's own texts
///   "texts": {"ar": {"name": …, "description": …, "remarks": …, "organization": …}},
///   "kinds": ["shelter.emergency"],        codes of our taxonomy
///   "confidential": true,                  where it is, is shown by role only
///   "area": "North",                       what may be told of a confidential place
///   "vetting": "vetted",                   vetted | not vetted | barred
///   "referral_method": {"by": "phone", "to": …, "notes": …},
///   "reports_by": ["+4930…"],               numbers whose texts say how many places are free
///   "survivor_notes": …,                   what survivors said of it
///   "return_risk_check": true,             a risk assessment comes before any return
///   "interpreters": ["ti"], "any_interpreter": true,
///   "eligibility": {
///     "genders": ["woman"], "trans": "yes", "youngest": 18, "oldest": 65,
///     "children": {"admitted": "yes", "oldest_boy": 12, "oldest_girl": 17, "most": 3},
///     "needs": {"wheelchair": "no"}, "exploitation": ["labour"], "conditions": ["papers"]},
///   "withheld": true                       in an export without confidential places
/// }
/// ```
///
/// Staff write them; an import that does not bring one leaves it as it is.
public final class OwnFields {
  public static final String KEY = "havenline";

  /// Told to nobody: whoever knows it could speak for the service.
  static final String NUMBERS = "reports_by";

  private OwnFields() {}

  /// Those of a service; empty when it has none.
  public static JsonNode of(JsonNode service) {
    return service.path(KEY);
  }

  /// To be written to.
  public static ObjectNode in(ObjectNode service) {
    return service.get(KEY) instanceof ObjectNode own ? own : service.putObject(KEY);
  }

  /// Whether where it is may be known to some only. What is unclear counts as a yes.
  public static boolean confidential(JsonNode service) {
    var said = of(service).path("confidential");
    return !said.isMissingNode()
        && !said.isNull()
        && !(said.isBoolean() && !said.asBoolean())
        && !said.asText().equalsIgnoreCase("false")
        && !said.asText().equalsIgnoreCase("no");
  }

  /// Numbers by which a service says how many places are free, E.164.
  public static List<String> numbers(JsonNode service) {
    return Fields.texts(of(service), NUMBERS).stream().map(OwnFields::number).distinct().toList();
  }

  private static String number(String written) {
    return written.replaceAll("[^+0-9]", "");
  }

  /// What is in force after an import: its fields over those that stood.
  public static void keep(ObjectNode imported, JsonNode stored) {
    if (!(of(stored) instanceof ObjectNode before)) {
      return;
    }
    var merged = before.deepCopy();
    of(imported).properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
    imported.set(KEY, merged);
  }
}
