package org.havenline.channel.voice.prompt;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.havenline.translations.spoken.Script;
import org.havenline.translations.spoken.Sentence;

/// How far a language can be heard in calls.
///
/// @param language as the line names it
/// @param voice whether a voice says what is not recorded
/// @param takes sentence by sentence
/// @param lacks keys of what has no text in this language
public record Coverage(String language, boolean voice, List<Take> takes, List<String> lacks) {
  private static final int NAMED = 3;

  /// A sentence and what is played for it.
  public record Take(Sentence sentence, Optional<Recording> recording) {}

  public static Coverage of(
      String language,
      boolean voice,
      Script script,
      Function<Sentence, Optional<Recording>> recordings) {
    var takes =
        script.sentences().stream().map(one -> new Take(one, recordings.apply(one))).toList();
    return new Coverage(language, voice, takes, script.lacks());
  }

  public long recorded() {
    return takes.stream().filter(take -> take.recording().isPresent()).count();
  }

  /// Whether callers find it in the menu.
  public boolean isHeard() {
    return voice || (lacks.isEmpty() && recorded() == takes.size());
  }

  /// How it stands and what to do, in a sentence or two.
  public String words() {
    var counted = "%d of %d sentences recorded".formatted(recorded(), takes.size());
    if (voice) {
      return language + ": a voice" + (recorded() == 0 ? "." : ", and " + counted + ".");
    }
    if (isHeard()) {
      return language + ": no voice, and all " + takes.size() + " sentences recorded.";
    }
    var why = language + ": no voice, and " + counted + ", so callers do not find it in the menu.";
    return lacks.isEmpty()
        ? why
            + " Record the others on the page Recordings of the console, or put files into"
            + " audio/ beside the texts: "
            + missing()
            + "."
        : why + " It lacks texts, which have to be translated first: " + some(lacks) + ".";
  }

  private String missing() {
    return some(
        takes.stream()
            .filter(take -> take.recording().isEmpty())
            .map(take -> take.sentence().file())
            .toList());
  }

  private static String some(List<String> all) {
    return String.join(", ", all.subList(0, Math.min(NAMED, all.size())))
        + (all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "");
  }
}
