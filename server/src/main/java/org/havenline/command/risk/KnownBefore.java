package org.havenline.command.risk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.language.Prior;

/// What is known of her language before her words are read, and how much it counts.
///
/// @param chosen by her, BCP 47
/// @param number hers, in E.164
record KnownBefore(Optional<String> chosen, Optional<String> number) {
  private static final int NAMED = 5;

  Prior prior() {
    return menu().and(country());
  }

  /// Her choice is read first, beside what she seems to write.
  Set<String> with(Set<String> likely) {
    Set<String> all = new LinkedHashSet<>();
    chosen.ifPresent(all::add);
    all.addAll(likely);
    return all;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    chosen.ifPresent(tag -> lines.add("Prior, her choice: " + line(menu())));
    number.ifPresent(one -> lines.add("Prior, her number: " + line(country())));
    return lines.isEmpty() ? List.of("Prior: none; --from and --language give one.") : lines;
  }

  private Prior menu() {
    return chosen.map(Prior::menu).orElseGet(Prior::flat);
  }

  private Prior country() {
    return number.map(Prior::callingCode).orElseGet(Prior::flat);
  }

  private static String line(Prior prior) {
    String named =
        prior.timesOthers().entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(NAMED)
            .map(one -> String.format(Locale.ROOT, "%s %,.0f times", one.getKey(), one.getValue()))
            .collect(Collectors.joining(", "));
    return named.isEmpty() ? "says nothing" : named + " as likely as a language not named";
  }
}
