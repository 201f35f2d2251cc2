package org.havenline.routing;

import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.contact.Contact;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.condition.Attributes;
import org.havenline.routingconfig.hours.Holiday;

/// What is known of a contact when it is decided who should answer: all a decision depends on,
/// besides the table and the time of arrival.
///
/// @param language BCP 47 tag, `und` when not known
/// @param confidence of the language, 0 to 1
/// @param country ISO 3166 code of her number, empty when not known
/// @param minor when she says or shows that she is under 18
/// @param wishes whom she asked for; never relaxed
/// @param custom values of attributes the table declares: texts, `Double`s, `Boolean`s, lists
/// @param avoided whom she does not want; never relaxed
/// @param subLine which sub-line the number she reached stands for, empty when none
public record Triage(
    Channel channel,
    String language,
    double confidence,
    RiskLevel risk,
    String country,
    boolean minor,
    Set<Gender> wishes,
    Map<String, Object> custom,
    Contact.Avoided avoided,
    String subLine) {

  public static final String UNKNOWN_LANGUAGE = "und";

  public Triage {
    // a detector's rounding must never stop a contact
    confidence = Double.isNaN(confidence) ? 0 : Math.clamp(confidence, 0.0, 1.0);
    wishes = Set.copyOf(wishes);
    custom = Map.copyOf(custom);
  }

  /// With no attribute of the table's own, of somebody who is content with anybody and reached no
  /// sub-line.
  public Triage(
      Channel channel,
      String language,
      double confidence,
      RiskLevel risk,
      String country,
      boolean minor,
      Set<Gender> wishes) {
    this(
        channel,
        language,
        confidence,
        risk,
        country,
        minor,
        wishes,
        Map.of(),
        Contact.Avoided.NOBODY,
        "");
  }

  /// The same, by a number that stands for this sub-line.
  public Triage reaching(String subLine) {
    return new Triage(
        channel, language, confidence, risk, country, minor, wishes, custom, avoided, subLine);
  }

  public boolean isLanguageKnown() {
    return !language.isEmpty() && !language.equals(UNKNOWN_LANGUAGE);
  }

  /// @param open whether the line is open on her channel when she arrives
  /// @param holiday on which she arrives
  /// @param arrived where the line is
  /// @param mode how the house stands
  Attributes attributes(boolean open, Optional<Holiday> holiday, ZonedDateTime arrived, Mode mode) {
    return new Attributes(
            channel,
            language,
            confidence,
            risk,
            country,
            minor,
            wishes,
            open,
            holiday.map(Holiday::id).orElse(""),
            mode)
        .at(arrived.getDayOfWeek(), arrived.getHour() * 100 + arrived.getMinute())
        .reaching(subLine)
        .with(custom);
  }

  /// Whether she does not want this responder, or nobody of a community of hers.
  public boolean avoids(FreeResponder one) {
    return avoided.responders().contains(one.id())
        || !Collections.disjoint(avoided.communities(), one.communities());
  }

  /// Whether somebody may interpret for her. An interpreter hears all, so whom she does not want is
  /// not asked, and whom she asked for is.
  public boolean mayInterpret(FreeResponder one) {
    return !avoids(one) && (wishes.isEmpty() || one.gender().filter(wishes::contains).isPresent());
  }
}
