package org.havenline.routingconfig.condition;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.RiskLevel;
import org.jspecify.annotations.Nullable;

/// What a condition may ask about a contact.
///
/// Channels, risk levels and genders are whole numbers with names, not strings: a misspelt name is
/// then found when the table is read, and `risk >= HIGH` means what it says.
public final class Attributes {
  /// Name and type of each attribute.
  static final Map<String, CelType> DECLARED = declared();

  /// `SMS`, `HIGH`, `WOMAN` and so on, with their numbers.
  static final Map<String, Long> NAMES = names();

  private final Map<String, Object> values;

  /// @param language BCP 47 tag, `und` when not known
  /// @param confidence of the language, 0 to 1
  /// @param country ISO 3166 code of the person's number, empty when not known
  /// @param minor when she says or shows that she is under 18
  /// @param open whether the line is open on the channel when she arrives
  /// @param holiday id of the holiday on which she arrives, empty when it is none
  /// @param mode how the house stands, which is nothing of hers
  public Attributes(
      Channel channel,
      String language,
      double confidence,
      RiskLevel risk,
      String country,
      boolean minor,
      Set<Gender> wishes,
      boolean open,
      String holiday,
      Mode mode) {
    var all = new HashMap<String, Object>();
    all.put("channel", number(channel));
    all.put("language", language);
    all.put("confidence", confidence);
    all.put("risk", number(risk));
    all.put("country", country);
    all.put("minor", minor);
    all.put("wishes", wishes.stream().sorted().map(wish -> number(wish)).toList());
    all.put("open", open);
    all.put("holiday", holiday);
    all.put("mode", number(mode));
    all.put("subline", "");
    values = Map.copyOf(all);
  }

  private Attributes(Map<String, Object> values) {
    this.values = Map.copyOf(values);
  }

  /// The same, when it is this time where the line is.
  ///
  /// @param clock hours and minutes as one number: 2130 is half past nine in the evening
  public Attributes at(DayOfWeek weekday, int clock) {
    return with(Map.of("weekday", number(weekday), "clock", (long) clock));
  }

  /// The same, when the number she wrote to or called stands for this sub-line of the line; empty
  /// when for none.
  public Attributes reaching(String subLine) {
    return subLine.isEmpty() ? this : with(Map.of("subline", subLine));
  }

  /// The same with values of attributes the table declares: texts, `Double`s, `Boolean`s, lists.
  public Attributes with(Map<String, Object> more) {
    var all = new HashMap<String, Object>(values);
    all.putAll(more);
    return new Attributes(all);
  }

  /// What a name in a condition stands for; null when nobody has said.
  @Nullable Object value(String name) {
    var own = values.get(name);
    return own == null ? NAMES.get(name) : own;
  }

  private static Map<String, CelType> declared() {
    var all = new LinkedHashMap<String, CelType>();
    all.put("channel", SimpleType.INT);
    all.put("language", SimpleType.STRING);
    all.put("confidence", SimpleType.DOUBLE);
    all.put("risk", SimpleType.INT);
    all.put("country", SimpleType.STRING);
    all.put("minor", SimpleType.BOOL);
    all.put("weekday", SimpleType.INT);
    all.put("clock", SimpleType.INT);
    all.put("wishes", ListType.create(SimpleType.INT));
    all.put("open", SimpleType.BOOL);
    all.put("holiday", SimpleType.STRING);
    all.put("mode", SimpleType.INT);
    all.put("subline", SimpleType.STRING);
    return Map.copyOf(all);
  }

  private static Map<String, Long> names() {
    var all = new HashMap<String, Long>();
    List.of(Channel.values()).forEach(channel -> all.put(channel.name(), number(channel)));
    List.of(RiskLevel.values()).forEach(risk -> all.put(risk.name(), number(risk)));
    List.of(Gender.values()).forEach(gender -> all.put(gender.name(), number(gender)));
    List.of(DayOfWeek.values()).forEach(day -> all.put(day.name().substring(0, 3), number(day)));
    List.of(Mode.values()).forEach(mode -> all.put(mode.name(), number(mode)));
    return Map.copyOf(all);
  }

  private static long number(DayOfWeek day) {
    return 300L + day.getValue();
  }

  /// More urgent is greater. The ranges do not meet, so that `channel == HIGH` is never true by
  /// chance.
  private static long number(RiskLevel risk) {
    return switch (risk) {
      case IMMEDIATE -> 4;
      case HIGH -> 3;
      case ELEVATED -> 2;
      case STANDARD -> 1;
    };
  }

  private static long number(Channel channel) {
    return switch (channel) {
      case SMS -> 101;
      case WHATSAPP -> 102;
      case VOICE -> 103;
      case WEBCHAT -> 104;
    };
  }

  private static long number(Gender gender) {
    return switch (gender) {
      case WOMAN -> 201;
      case MAN -> 202;
    };
  }

  /// Graver is greater: `mode >= SURGE`.
  private static long number(Mode mode) {
    return switch (mode) {
      case NORMAL -> 401;
      case SURGE -> 402;
      case DISASTER -> 403;
    };
  }
}
