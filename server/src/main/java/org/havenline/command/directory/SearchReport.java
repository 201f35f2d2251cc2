package org.havenline.command.directory;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.hours.OpenState;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.answer.Match;
import org.havenline.referral.search.answer.Reason;

/// What was found, for people.
///
/// @param zone of the times shown
record SearchReport(Instant moment, ZoneId zone) {
  /// Worth waiting for.
  private static final Duration SOON = Duration.ofHours(2);

  String of(Found.Some some) {
    var lines = new ArrayList<String>();
    some.readAs().ifPresent(text -> lines.add("Read as: " + text));
    lines.add(
        "%s found%s."
            .formatted(
                Said.many(some.total(), "service"),
                some.total() > some.matches().size()
                    ? ", the first %d of them".formatted(some.matches().size())
                    : ""));
    add(some.matches(), lines);
    return String.join("\n", lines);
  }

  String of(Found.None none) {
    var lines = new ArrayList<>(List.of("Nothing fits all that was asked."));
    if (none.because().isEmpty()) {
      lines.add("No single requirement is the reason.");
    } else {
      lines.add("Without any one of these there would be something:");
      none.because().stream().map(Said::of).sorted().forEach(one -> lines.add("  " + one));
    }
    none.instead()
        .forEach(instead -> {
          lines.add("");
          lines.add("The nearest, giving up %s:".formatted(Said.of(instead.of())));
          add(instead.matches(), lines);
        });
    return String.join("\n", lines);
  }

  private void add(List<Match> matches, List<String> lines) {
    for (Match match : matches) {
      var service = match.service();
      lines.add("");
      lines.add("%s, %s".formatted(service.name().best(List.of()), service.organization()));
      if (service.place() instanceof Place.At at && !at.address().isEmpty()) {
        lines.add("  " + at.address());
      }
      match.reasons().forEach(reason -> lines.add("  " + said(reason)));
      if (!match.askFirst().isEmpty()) {
        lines.add("  ask first: " + Said.of(match.askFirst()));
      }
    }
  }

  private String said(Reason reason) {
    return switch (reason) {
      case Reason.Named() -> "is called what was typed";
      case Reason.Worded() -> "words typed stand in its text";
      case Reason.OfKind(var kinds) ->
          "is of the kind " + kinds.stream().map(ServiceKind::code).sorted().collect(joining(", "));
      case Reason.Doors(var opening) -> said(opening);
      case Reason.Away(int km, boolean confidential) ->
          confidential
              ? "about %d km away; where it is, is confidential".formatted(km)
              : "%d km away".formatted(km);
      case Reason.ByPhoneOrOnline() -> "by phone or online";
      case Reason.PlaceNotSaid() -> "does not say where it is";
      case Reason.Speaks(var language) -> "speaks " + language;
      case Reason.ByInterpreter(var language) -> language + " through an interpreter";
      case Reason.LanguageNotSaid() -> "does not say which languages it speaks: ask";
      case Reason.Places(int free, var counted, var age, boolean old) ->
          "%s free, said %s ago%s"
              .formatted(
                  counted.isEmpty() ? Said.many(free, "place") : said(counted),
                  Said.of(age),
                  old ? "; too old to count on" : "");
      case Reason.DemandsNothing() -> "names no demands";
      case Reason.CheckedDaysAgo(long days) -> "last checked %s ago".formatted(days(days));
      case Reason.NeverChecked() -> "nobody has checked its record";
      case Reason.NotVetted() -> "not vetted yet: vet it before it is offered";
      case Reason.NotOffered() -> "closed, or warned of: never offer it";
    };
  }

  /// In the words of who counted: `women 3, families 1`.
  private static String said(Map<String, Integer> counted) {
    return counted.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue())
        .collect(joining(", "));
  }

  private static String days(long days) {
    return Said.many(days, "day");
  }

  private String said(OpenState opening) {
    var changes = opening.changes().map(when -> Moments.shown(when, zone));
    return switch (opening) {
      case OpenState.Open _ -> "open" + changes.map(until -> " until " + until).orElse("");
      case OpenState.Closed(var next) ->
          (next.filter(this::soon).isPresent() ? "opens soon" : "closed")
              + opens(changes.orElse(""));
      case OpenState.NotSaid() -> "does not say when it is open: ring first";
    };
  }

  private static String opens(String when) {
    return when.isEmpty() ? ", and not open within a week" : ", from " + when;
  }

  private boolean soon(Instant opens) {
    return !opens.isAfter(moment.plus(SOON));
  }
}
