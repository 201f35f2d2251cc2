package org.havenline.routingconfig.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.havenline.routingconfig.hours.Holiday;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// One step of an escalation.
///
/// @param after since the contact arrived, not since the step before
public record Step(Duration after, Action does) {

  /// What a step does.
  public sealed interface Action {}

  /// From here on offer to more responders than the rule asks for.
  public record Offer(Language language, Skills skills) implements Action {}

  /// Text everyone in this entry of the on-call table.
  public record Page(String onCall) implements Action {}

  /// Send the person one neutral text, in her language, from the translations.
  public record Tell(String textKey) implements Action {
    private static final String CLOSED = "closed";

    /// On a holiday with a text of its own, `tell: closed` says that instead.
    public Tell on(Holiday holiday) {
      return textKey.equals(CLOSED) ? new Tell(holiday.text().orElse(CLOSED)) : this;
    }
  }

  /// How much of the language requirement stays.
  public enum Language {
    /// as the rule says
    REQUIRED,
    /// the same languages at any level
    ANY_LEVEL,
    /// whoever is there
    ANY
  }

  /// Whether the rule's skills stay required.
  public enum Skills {
    REQUIRED,
    ANY
  }

  static Step read(Fields fields) {
    var after =
        fields
            .required("after")
            .map(v -> v.duration(Duration.ZERO, Duration.ofDays(7)))
            .orElse(Duration.ZERO);
    var actions = new ArrayList<Action>();
    fields.optional("offer").map(Step::offer).ifPresent(actions::add);
    fields.optional("page").map(v -> new Page(v.refersTo("on-call"))).ifPresent(actions::add);
    fields.optional("tell").map(v -> new Tell(v.refersTo("text"))).ifPresent(actions::add);
    if (actions.size() != 1) {
      fields
          .at()
          .fault(
              "a step does " + (actions.isEmpty() ? "nothing" : "more than one thing"),
              "Give it one of offer, page or tell; two steps may have the same 'after'");
    }
    return new Step(
        after, actions.isEmpty() ? new Offer(Language.ANY, Skills.ANY) : actions.getFirst());
  }

  private static Action offer(Value value) {
    var fields = value.fields();
    var language = fields.optional("language").flatMap(v -> v.word(Language.class));
    var skills = fields.optional("skills").flatMap(v -> v.word(Skills.class));
    fields.done();
    var offer = new Offer(language.orElse(Language.REQUIRED), skills.orElse(Skills.REQUIRED));
    if (List.of(new Offer(Language.REQUIRED, Skills.REQUIRED)).contains(offer)) {
      value.fault(
          "this offer relaxes nothing",
          "Add 'language: any-level', 'language: any' or 'skills: any'");
    }
    return offer;
  }
}
