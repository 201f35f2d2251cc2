package org.havenline.referral.said;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.hours.OpenState;
import org.havenline.referral.search.answer.Reason;

/// Why a service is there, for people.
///
/// @param moment that was searched for
/// @param zone of the times shown
/// @param label of a kind of service, by its code
public record Reasons(Instant moment, ZoneId zone, UnaryOperator<String> label) {
  /// Worth waiting for.
  private static final Duration SOON = Duration.ofHours(2);

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);

  public String said(Reason reason) {
    return switch (reason) {
      case Reason.Named() -> "is called what was typed";
      case Reason.Worded() -> "words typed stand in its text";
      case Reason.OfKind(var kinds) ->
          "is of the kind "
              + kinds.stream().map(ServiceKind::code).sorted().map(label).collect(joining(", "));
      case Reason.Doors(var opening) -> said(opening);
      case Reason.Away(int km, boolean confidential) ->
          confidential
              ? "about %d km away; where it is, is confidential".formatted(km)
              : "%d km away".formatted(km);
      case Reason.ByPhoneOrOnline() -> "by phone or online";
      case Reason.PlaceNotSaid() -> "does not say where it is";
      case Reason.Speaks(var language) -> "speaks " + named(language);
      case Reason.ByInterpreter(var language) -> named(language) + " through an interpreter";
      case Reason.LanguageNotSaid() -> "does not say which languages it speaks: ask";
      case Reason.Places(int free, var counted, var age, boolean old) ->
          "%s free, said %s ago%s"
              .formatted(
                  counted.isEmpty() ? Words.many(free, "place") : said(counted),
                  Words.of(age),
                  old ? "; too old to count on" : "");
      case Reason.DemandsNothing() -> "names no demands";
      case Reason.CheckedDaysAgo(long days) ->
          "last checked %s ago".formatted(Words.many(days, "day"));
      case Reason.NeverChecked() -> "nobody has checked its record";
      case Reason.NotVetted() -> "not vetted yet: vet it before it is offered";
      case Reason.NotOffered() -> "closed, or warned of: never offer it";
    };
  }

  /// The code itself where there is no English name.
  private static String named(String language) {
    var name = Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    return name.isEmpty() ? language : name;
  }

  /// In the words of who counted: `women 3, families 1`.
  private static String said(Map<String, Integer> counted) {
    return counted.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue())
        .collect(joining(", "));
  }

  private String said(OpenState opening) {
    var changes = opening.changes().map(when -> SHOWN.format(when.atZone(zone)));
    return switch (opening) {
      case OpenState.Open _ -> "open" + changes.map(until -> " until " + until).orElse("");
      case OpenState.Closed(var next) ->
          (next.filter(this::isSoon).isPresent() ? "opens soon" : "closed")
              + changes.map(when -> ", from " + when).orElse(", and not open within a week");
      case OpenState.NotSaid() -> "does not say when it is open: ring first";
    };
  }

  private boolean isSoon(Instant opens) {
    return !opens.isAfter(moment.plus(SOON));
  }
}
