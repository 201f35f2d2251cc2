package org.havenline.routingconfig.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.routingconfig.asking.AskOrder;
import org.havenline.routingconfig.choice.Choice;
import org.havenline.routingconfig.condition.Conditions;
import org.havenline.routingconfig.hours.Holiday;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.havenline.routingconfig.yaml.Fields;

/// One step of an escalation.
///
/// @param after since the contact arrived, not since the step before
public record Step(Duration after, Action does) {

  /// What a step does.
  public sealed interface Action {
    /// The key in the table, and what staff read of it.
    String word();

    /// Key of the text that the person gets, if she gets one.
    default Optional<String> tells() {
      return Optional.empty();
    }
  }

  /// From here on offer to more responders than the rule asks for.
  ///
  /// @param order whom to ask first from here on; empty: as the rule says
  /// @param ask how many to ask at once from here on, unless the rule asks more
  public record Offer(
      Language language, Skills skills, Breaks breaks, Optional<AskOrder> order, int ask)
      implements Action {
    static final Offer OF_THE_RULE =
        new Offer(Language.REQUIRED, Skills.REQUIRED, Breaks.REQUIRED, Optional.empty(), 1);

    @Override
    public String word() {
      return "offer";
    }
  }

  /// Text everyone in this entry of the on-call table.
  public record Page(String onCall) implements Action {
    @Override
    public String word() {
      return "page";
    }
  }

  /// Send the person one neutral text, in her language, from the translations.
  public record Tell(String textKey) implements Action {
    private static final String CLOSED = "closed";

    /// On a holiday with a text of its own, `tell: closed` says that instead.
    public Tell on(Holiday holiday) {
      return textKey.equals(CLOSED) ? new Tell(holiday.text().orElse(CLOSED)) : this;
    }

    @Override
    public String word() {
      return "tell";
    }

    @Override
    public Optional<String> tells() {
      return Optional.of(textKey);
    }
  }

  /// From here on offer to any trained responder together with somebody who interprets.
  ///
  /// @param level least level at which she speaks the person's language
  public record Interpreter(LanguageLevel level) implements Action {
    @Override
    public String word() {
      return "interpreter";
    }
  }

  /// Hand over to a partner line, if it takes the person now.
  public record Partner(String partner, Optional<String> tells) implements Action {
    @Override
    public String word() {
      return "partner";
    }
  }

  /// Promise that somebody comes back to her: a task for staff, never a call by itself.
  ///
  /// @param within of this step: then the task is due
  /// @param page entry of the on-call table that is paged while the task is due
  public record CallBack(Duration within, String page, Optional<String> tells) implements Action {
    @Override
    public String word() {
      return "call-back";
    }
  }

  /// From here on ask others than the rule says, and treat her as if she had come earlier.
  ///
  /// @param headStart instead of the rule's, at every risk; never moves her back
  public record Move(Choice choice, Optional<Duration> headStart) implements Action {
    @Override
    public String word() {
      return "move";
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

  /// Whether those whose break is due are spared.
  public enum Breaks {
    REQUIRED,
    ANY
  }

  static Step read(Fields fields, Supplier<Conditions> conditions) {
    var after =
        fields
            .required("after")
            .map(v -> v.duration(Duration.ZERO, Duration.ofDays(7)))
            .orElse(Duration.ZERO);
    var actions = new ArrayList<Action>();
    StepReader.KEYS.forEach((key, read) -> fields.optional(key).map(read).ifPresent(actions::add));
    fields.optional("move").map(v -> StepReader.move(v, conditions)).ifPresent(actions::add);
    if (actions.size() != 1) {
      fields
          .at()
          .fault(
              "a step does " + (actions.isEmpty() ? "nothing" : "more than one thing"),
              "Give it one of "
                  + String.join(", ", StepReader.KEYS.keySet())
                  + ", move"
                  + "; two steps may have the same 'after'");
    }
    return new Step(after, actions.isEmpty() ? Offer.OF_THE_RULE : actions.getFirst());
  }
}
