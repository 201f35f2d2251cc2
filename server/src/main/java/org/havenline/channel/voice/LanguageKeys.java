package org.havenline.channel.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.channel.voice.Turn.Spoken;
import org.havenline.language.Prior;

/// The menu of languages, each in its own voice, the likeliest first: by the country she calls from
/// and the number she dialled, then by what was chosen before, then as the line lists them.
///
/// @param languages that can be spoken, in their order
/// @param main of the line, in which "other languages" is said
record LanguageKeys(List<String> languages, String main, Speech speech) {
  /// More keys than this nobody keeps in mind.
  static final int MOST = 8;

  /// A level is heard to its end within this.
  static final double SECONDS = 10;

  /// To the next languages, or to a person.
  static final String OTHERS = "9";

  /// A language that is not named by the prior of a number is this unlikely.
  private static final double UNNAMED = 1;

  /// Where she calls from tells more than the number she found.
  private static final double HERS = 10;

  static LanguageKeys of(
      List<String> offered, String from, String to, Map<String, Long> demand, Speech speech) {
    var hers = Prior.callingCode(from).timesOthers();
    var dialled = Prior.callingCode(to).timesOthers();
    var order =
        Comparator.<String>comparingDouble(
                one -> -(HERS * likelihood(one, hers) + likelihood(one, dialled)))
            .thenComparingLong(one -> -demand.getOrDefault(one, 0L));
    return new LanguageKeys(
        offered.stream().filter(speech::speaks).sorted(order).toList(), offered.getFirst(), speech);
  }

  private static double likelihood(String language, Map<String, Double> likely) {
    return likely.getOrDefault(language, likely.getOrDefault(language.split("-", 2)[0], UNNAMED));
  }

  /// One level of the menu.
  ///
  /// @param words in order
  /// @param keys key → language
  /// @param more whether others follow behind [#OTHERS]
  record Level(List<Spoken> words, Map<String, String> keys, boolean more) {
    double seconds() {
      return words.stream().mapToDouble(Speech::seconds).sum();
    }
  }

  /// @param n from 0; one that is not there is the first
  Level level(int n) {
    var levels = levels();
    return levels.get(n >= 0 && n < levels.size() ? n : 0);
  }

  private List<Level> levels() {
    var levels = new ArrayList<Level>();
    int next = 0;
    do {
      var level = from(next, levels.isEmpty());
      levels.add(level);
      next += level.keys().size();
    } while (next < languages.size());
    return levels;
  }

  /// As many as fit, from one language on; at least one.
  private Level from(int first, boolean greets) {
    var words = new ArrayList<Spoken>();
    if (greets) {
      words.add(speech.say("callGreeting", Map.of(), main, main));
    }
    var others = speech.say("callOthers", Map.of("key", OTHERS), main, main);
    double time = words.stream().mapToDouble(Speech::seconds).sum();
    var keys = new LinkedHashMap<String, String>();
    for (int i = first; i < languages.size() && keys.size() < MOST; i++) {
      var key = Integer.toString(keys.size() + 1);
      var spoken = speech.say("callLanguage", Map.of("key", key), languages.get(i), main);
      time += Speech.seconds(spoken);
      double rest = i + 1 < languages.size() ? Speech.seconds(others) : 0;
      if (time + rest > SECONDS && !keys.isEmpty()) {
        break;
      }
      words.add(spoken);
      keys.put(key, languages.get(i));
    }
    boolean more = first + keys.size() < languages.size();
    if (more) {
      words.add(others);
    }
    return new Level(List.copyOf(words), keys, more);
  }

  /// The language behind a key of a level.
  Optional<String> chosen(int level, String key) {
    return Optional.ofNullable(level(level).keys().get(key));
  }
}
