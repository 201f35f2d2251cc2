package org.havenline.referral.search.answer;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.hours.OpenState;

/// Why a service is there and where it is, for people to weigh.
public sealed interface Reason {
  /// Its name, its organisation's or one of its categories is just what was typed.
  record Named() implements Reason {}

  /// Words that were typed stand in its text.
  record Worded() implements Reason {}

  /// It is of a kind that was asked for, or named in any language.
  record OfKind(Set<ServiceKind> kinds) implements Reason {}

  /// See [OpenState] for when the doors are open.
  record Doors(OpenState opening) implements Reason {}

  /// @param km rounded: to one, and to five for a confidential place, from the centre of its area
  record Away(int km, boolean confidential) implements Reason {}

  record ByPhoneOrOnline() implements Reason {}

  record PlaceNotSaid() implements Reason {}

  /// Its own staff speak it.
  record Speaks(String language) implements Reason {}

  record ByInterpreter(String language) implements Reason {}

  record LanguageNotSaid() implements Reason {}

  /// @param counted what they are counted in → how many; empty when not said
  /// @param old whether the figure is too old to count for anything
  record Places(int free, Map<String, Integer> counted, Duration age, boolean old)
      implements Reason {
    public Places {
      counted = Collections.unmodifiableMap(new LinkedHashMap<>(counted));
    }

    /// Without what they are counted in.
    public Places(int free, Duration age, boolean old) {
      this(free, Map.of(), age, old);
    }
  }

  record DemandsNothing() implements Reason {}

  /// When a person last checked the record.
  record CheckedDaysAgo(long days) implements Reason {}

  record NeverChecked() implements Reason {}

  /// Only staff see such a service.
  record NotVetted() implements Reason {}

  /// Only who keeps the directory sees such a service: closed, or warned of.
  record NotOffered() implements Reason {}
}
