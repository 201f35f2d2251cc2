package org.havenline.routing;

import java.util.Set;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.condition.Attributes;

/// What is known of a contact when it is decided who should answer: all a decision depends on,
/// besides the table and the time of arrival.
///
/// @param language BCP 47 tag, `und` when not known
/// @param confidence of the language, 0 to 1
/// @param country ISO 3166 code of her number, empty when not known
/// @param minor when she says or shows that she is under 18
/// @param wishes whom she asked for; never relaxed
public record Triage(
    Channel channel,
    String language,
    double confidence,
    RiskLevel risk,
    String country,
    boolean minor,
    Set<Gender> wishes) {

  public static final String UNKNOWN_LANGUAGE = "und";

  public Triage {
    // a detector's rounding must never stop a contact
    confidence = Double.isNaN(confidence) ? 0 : Math.clamp(confidence, 0.0, 1.0);
    wishes = Set.copyOf(wishes);
  }

  boolean languageKnown() {
    return !language.isEmpty() && !language.equals(UNKNOWN_LANGUAGE);
  }

  Attributes attributes(Mode mode) {
    return new Attributes(channel, language, confidence, risk, country, minor, wishes, mode);
  }
}
