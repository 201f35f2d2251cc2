package org.havenline.command.directory;

import java.util.ArrayList;
import java.util.List;
import org.havenline.referral.directory.Place;
import org.havenline.referral.said.Reasons;
import org.havenline.referral.said.Words;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.answer.Match;

/// What was found, for people.
record SearchReport(Reasons reasons) {
  String of(Found.Some some) {
    var lines = new ArrayList<String>();
    some.readAs().ifPresent(text -> lines.add("Read as: " + text));
    lines.add(
        "%s found%s."
            .formatted(
                Words.many(some.total(), "service"),
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
      none.because().stream().map(Words::of).sorted().forEach(one -> lines.add("  " + one));
    }
    none.instead()
        .forEach(instead -> {
          lines.add("");
          lines.add("The nearest, giving up %s:".formatted(Words.of(instead.of())));
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
      match.reasons().forEach(reason -> lines.add("  " + reasons.said(reason)));
      if (!match.askFirst().isEmpty()) {
        lines.add("  ask first: " + Words.of(match.askFirst()));
      }
    }
  }
}
