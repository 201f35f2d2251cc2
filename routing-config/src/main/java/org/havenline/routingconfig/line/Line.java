package org.havenline.routingconfig.line;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Languages;
import org.havenline.routingconfig.yaml.Times;
import org.havenline.routingconfig.yaml.Value;

/// A hotline as the table describes it.
///
/// @param languages offered, the main one first
/// @param country ISO 3166 code, where the line is and numbers without `+` would belong
/// @param plan id of the plan that routes its contacts
/// @param hours id of its opening hours; without any it is always open
/// @param askLanguage whether one whose language is not known is asked for it by a text
/// @param askPlacesAfter how old what a service said of its free places may be before it is asked
/// @param dutyPhone E.164, rung by callers while no server answers; never printed
/// @param talk who else may come into its calls
/// @param voicemail when a caller may leave a message
public record Line(
    String id,
    String name,
    List<LineNumber> numbers,
    List<String> languages,
    String country,
    ZoneId timeZone,
    String plan,
    Optional<String> hours,
    AskLanguage askLanguage,
    Duration askPlacesAfter,
    Optional<String> dutyPhone,
    TalkRules talk,
    Voicemail voicemail) {
  private static final Duration PLACES_LEAST = Duration.ofHours(1);
  private static final Duration PLACES_MOST = Duration.ofDays(30);
  private static final Duration PLACES = Duration.ofHours(24);

  public static Line read(Fields fields) {
    var languages = fields.required("languages").map(Value::list).orElse(List.of());
    if (languages.isEmpty()) {
      fields.at().fault("the line offers no language", "List at least one under 'languages'");
    }
    return new Line(
        fields.required("id").map(v -> v.declares("line")).orElse(""),
        fields.text("name"),
        fields.each("numbers", LineNumber::read),
        languages.stream().map(Languages::read).toList(),
        fields.required("country").map(Line::country).orElse(""),
        fields.required("time-zone").map(Times::zone).orElse(ZoneOffset.UTC),
        fields.required("plan").map(v -> v.refersTo("plan")).orElse(""),
        fields.optional("hours").map(v -> v.refersTo("hours")),
        fields
            .optional("ask-language")
            .flatMap(v -> v.word(AskLanguage.class))
            .orElse(AskLanguage.ONCE),
        fields
            .optional("ask-places-after")
            .map(v -> v.duration(PLACES_LEAST, PLACES_MOST))
            .orElse(PLACES),
        fields.optional("duty-phone").map(Numbers::read),
        TalkRules.of(fields),
        fields.optional("voicemail").flatMap(v -> v.word(Voicemail.class)).orElse(Voicemail.NEVER));
  }

  /// The number by which the line is reached, and answers, on a channel.
  public boolean reachedAt(Channel channel, String number) {
    return numbers.stream().anyMatch(n -> n.number().equals(number) && n.on(channel));
  }

  /// The sub-line a number of this line stands for on a channel; empty when it is none. Web chat
  /// has no number, so none either.
  public String subLineAt(Channel channel, String number) {
    return numbers.stream()
        .filter(one -> one.number().equals(number) && one.on(channel))
        .map(LineNumber::subLine)
        .findFirst()
        .orElse("");
  }

  /// Every sub-line a person may reach by a channel, empty for the line as such, in the order of
  /// the numbers.
  public Set<String> subLines(Channel channel) {
    return channel == Channel.WEBCHAT
        ? Set.of("")
        : numbers.stream()
            .filter(number -> number.on(channel))
            .map(LineNumber::subLine)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public String toString() {
    return "Line[" + id + "]";
  }

  private static String country(Value value) {
    var code = value.text();
    if (!Set.of(Locale.getISOCountries()).contains(code)) {
      value.fault("this is not a country", "Write its two capital letters (ISO 3166), such as US");
    }
    return code;
  }
}
