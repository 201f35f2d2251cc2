package org.havenline.routingconfig.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.havenline.routingconfig.asking.AskOrder;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// One step of an escalation.
///
/// @param after since the contact arrived, not since the step before
public record Step(Duration after, Action does) {

  /// What a step does.
  public sealed interface Action {}

  /// From here on offer to more responders than the rule asks for.
  ///
  /// @param order whom to ask first from here on; empty: as the rule says
  public record Offer(Language language, Skills skills, Breaks breaks, Optional<AskOrder> order)
      implements Action {
    private static final Offer OF_THE_RULE =
        new Offer(Language.REQUIRED, Skills.REQUIRED, Breaks.REQUIRED, Optional.empty());
  }

  /// Text everyone in this entry of the on-call table.
  public record Page(String onCall) implements Action {}

  /// Send the person one neutral text, in her language, from the translations.
  public record Tell(String textKey) implements Action {}

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

  /// Whether those whose break is due are spared.
  public enum Breaks {
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
    return new Step(after, actions.isEmpty() ? Offer.OF_THE_RULE : actions.getFirst());
  }

  private static Action offer(Value value) {
    var fields = value.fields();
    var language = fields.optional("language").flatMap(v -> v.word(Language.class));
    var skills = fields.optional("skills").flatMap(v -> v.word(Skills.class));
    var breaks = fields.optional("breaks").flatMap(v -> v.word(Breaks.class));
    var order = fields.optional("order").flatMap(v -> v.word(AskOrder.class));
    fields.done();
    var offer =
        new Offer(
            language.orElse(Language.REQUIRED),
            skills.orElse(Skills.REQUIRED),
            breaks.orElse(Breaks.REQUIRED),
            order);
    if (offer.equals(Offer.OF_THE_RULE)) {
      value.fault(
          "this offer relaxes nothing",
          "Add 'language: any-level', 'language: any', 'skills: any' or 'breaks: any'");
    }
    return offer;
  }
}
