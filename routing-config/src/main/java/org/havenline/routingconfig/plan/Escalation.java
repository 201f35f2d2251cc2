package org.havenline.routingconfig.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.havenline.routingconfig.condition.Conditions;
import org.havenline.routingconfig.yaml.Fields;

/// What happens while nobody has accepted, step by step. It never ends in silence: the person is
/// told, people on call are paged, and the last step is a page, a partner line she is told of, or a
/// promise that people on call are held to.
public record Escalation(String id, List<Step> steps) {
  /// One that somebody is coming, and one with something new to do or expect.
  private static final int MOST_TEXTS = 2;

  public static Escalation read(Fields fields, Supplier<Conditions> conditions) {
    var id = fields.required("id").map(v -> v.declares("escalation")).orElse("");
    var places = new ArrayList<Fields>();
    var steps =
        fields.each(
            "steps",
            step -> {
              places.add(step);
              return Step.read(step, conditions);
            });
    checkOrder(steps, places);
    checkNoSilence(id, steps, fields);
    return new Escalation(id, steps);
  }

  private static void checkOrder(List<Step> steps, List<Fields> places) {
    var before = Duration.ZERO;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).after().compareTo(before) < 0) {
        places
            .get(i)
            .at()
            .fault("this step comes before the one above it", "Order steps by 'after'");
      }
      before = steps.get(i).after();
    }
  }

  private static void checkNoSilence(String id, List<Step> steps, Fields fields) {
    var telling = steps.stream().map(Step::does).filter(does -> does.tells().isPresent()).toList();
    boolean partners = telling.stream().anyMatch(Step.Partner.class::isInstance);
    // of several partner lines only the first that can takes her over
    long texts =
        telling.stream().filter(does -> !(does instanceof Step.Partner)).count()
            + (partners ? 1 : 0);
    long tells = steps.stream().filter(step -> step.does() instanceof Step.Tell).count();
    var where = "escalation '" + id + "'";
    if (texts == 0) {
      fields
          .at()
          .fault(where + " never tells the person anything", "Add a step with 'tell: waiting'");
    }
    if (tells > 1 || texts > MOST_TEXTS) {
      fields
          .at()
          .fault(
              where + " has " + texts + " automatic texts",
              "Keep one tell, and one of a partner or call-back; more may be seen by others");
    }
    if (steps.stream().noneMatch(step -> pages(step.does()))) {
      fields.at().fault(where + " pages nobody", "Add a step with 'page: supervisor-on-call'");
    }
    if (!steps.isEmpty()) {
      checkEnd(where, steps.getLast().does(), fields);
    }
  }

  /// What people on call hear of, at once or when a promise is due.
  private static boolean pages(Step.Action action) {
    return action instanceof Step.Page || action instanceof Step.CallBack;
  }

  private static void checkEnd(String where, Step.Action last, Fields fields) {
    if (last instanceof Step.Offer
        || last instanceof Step.Interpreter
        || last instanceof Step.Move) {
      fields
          .at()
          .fault(
              where + " ends in an offer that may find nobody",
              "End it with a 'page', 'partner' or 'call-back' step");
    }
    if (last instanceof Step.Tell) {
      fields
          .at()
          .fault(
              where + " ends in a text to her, which brings nobody",
              "End it with a 'page', 'partner' or 'call-back' step");
    }
    if (last instanceof Step.Partner && last.tells().isEmpty()) {
      fields
          .at()
          .fault(
              where + " ends with a partner of whom the person is not told",
              "Give the partner step a 'tell', or end it with a 'page' step");
    }
  }
}
