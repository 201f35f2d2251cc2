package org.havenline.rehearsal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.havenline.rehearsal.play.Fate;
import org.havenline.rehearsal.play.Played;
import org.havenline.rehearsal.play.Words;
import org.havenline.rehearsal.scenario.Scenario;

/// Which contacts change path. The same contacts came to both tables, so they are compared one by
/// one.
///
/// @param decidedOtherwise how many the draft decides otherwise
/// @param answeredOnlyByDraft how many gave up or stayed without answer in live only
/// @param answeredOnlyByLive how many gave up or stayed without answer in the draft only
/// @param byAnother how many others are merely answered by somebody else
/// @param kinds the most frequent first
public record Changes(
    int decidedOtherwise,
    int answeredOnlyByDraft,
    int answeredOnlyByLive,
    int byAnother,
    List<Change> kinds) {

  public static final Changes NONE = new Changes(0, 0, 0, 0, List.of());
  private static final String GAINED = "answered, no longer without an answer";
  private static final String LOST = "without an answer, no longer answered";

  public Changes {
    kinds = List.copyOf(kinds);
  }

  /// @param most examples of each kind
  static Changes of(Scenario scenario, Played live, Played draft, int most) {
    var kinds = new LinkedHashMap<String, List<Pair>>();
    int decidedOtherwise = 0;
    int byAnother = 0;
    for (int i = 0; i < live.fates().size(); i++) {
      var pair = new Pair(live.fates().get(i), draft.fates().get(i));
      var what = pair.decided();
      decidedOtherwise += what.isEmpty() ? 0 : 1;
      if (!what.isEmpty()) {
        add(kinds, String.join("; ", what), pair);
      }
      if (pair.live.answered() != pair.draft.answered()) {
        add(kinds, pair.draft.answered() ? GAINED : LOST, pair);
      } else if (what.isEmpty() && !pair.live.by().equals(pair.draft.by())) {
        byAnother++;
      }
    }
    return new Changes(
        decidedOtherwise,
        kinds.getOrDefault(GAINED, List.of()).size(),
        kinds.getOrDefault(LOST, List.of()).size(),
        byAnother,
        kinds.entrySet().stream()
            .map(kind -> change(kind, scenario, most))
            .sorted(Comparator.comparingInt(Change::contacts).reversed())
            .toList());
  }

  private static void add(Map<String, List<Pair>> kinds, String what, Pair pair) {
    kinds.computeIfAbsent(what, _ -> new ArrayList<>()).add(pair);
  }

  private static Change change(Map.Entry<String, List<Pair>> kind, Scenario scenario, int most) {
    return new Change(
        kind.getKey(),
        kind.getValue().size(),
        kind.getValue().stream().limit(most).map(pair -> pair.example(scenario)).toList());
  }

  private record Pair(Fate live, Fate draft) {
    List<String> decided() {
      return live.path().changesTo(draft.path());
    }

    Change.Example example(Scenario scenario) {
      return new Change.Example(
          live.number(),
          live.arrival().at().atZone(scenario.zone()).toOffsetDateTime().toString(),
          Words.contact(live.arrival().triage()),
          fate(live),
          fate(draft));
    }

    private static String fate(Fate fate) {
      return switch (fate.end()) {
        case ANSWERED ->
            "answered after "
                + Words.time(fate.waited())
                + " by "
                + fate.by().map(Object::toString).orElse("nobody")
                + (fate.languageKnown() && !fate.inHerLanguage() ? ", not in her language" : "");
        case GAVE_UP -> "gave up";
        case NOT_ANSWERED -> "not answered";
      };
    }
  }
}
