package org.havenline.routingconfig.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.havenline.routingconfig.yaml.Fields;

/// What happens while nobody has accepted, step by step. It never ends in silence: the person is
/// told once, people on call are paged, and the last step is one of the two.
public record Escalation(String id, List<Step> steps) {

  public static Escalation read(Fields fields) {
    var id = fields.required("id").map(v -> v.declares("escalation")).orElse("");
    var places = new ArrayList<Fields>();
    var steps =
        fields.each(
            "steps",
            step -> {
              places.add(step);
              return Step.read(step);
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
    long told = steps.stream().filter(step -> step.does() instanceof Step.Tell).count();
    boolean pages = steps.stream().anyMatch(step -> step.does() instanceof Step.Page);
    var where = "escalation '" + id + "'";
    if (told == 0) {
      fields
          .at()
          .fault(where + " never tells the person anything", "Add a step with 'tell: waiting'");
    }
    if (told > 1) {
      fields
          .at()
          .fault(
              where + " has " + told + " automatic texts", "Keep one; more may be seen by others");
    }
    if (!pages) {
      fields.at().fault(where + " pages nobody", "Add a step with 'page: supervisor-on-call'");
    }
    if (!steps.isEmpty() && steps.getLast().does() instanceof Step.Offer) {
      fields
          .at()
          .fault(where + " ends in an offer that may find nobody", "End it with a 'page' step");
    }
  }
}
