package org.havenline.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.Contacts;
import org.havenline.routing.RoutingDecision.DueStep;
import org.havenline.routingconfig.plan.Step;

/// A contact and what was done for it so far, whichever tables said so.
///
/// @param ruled stamp of the tables it is placed by
/// @param stepped when the last step that was taken was due (ms)
/// @param told whether a text was ever sent to her by a step; so for the others
record Standing(
    Contact contact,
    long ruled,
    long stepped,
    boolean told,
    boolean paged,
    boolean handedOver,
    boolean promised) {

  /// @param fields as stored
  static Standing of(ContactId id, Map<String, byte[]> fields) {
    return new Standing(
        Contacts.read(id, fields),
        number(fields, "ruled"),
        number(fields, "stepped"),
        fields.containsKey("told"),
        fields.containsKey("paged"),
        fields.containsKey("partner"),
        fields.containsKey("call-back"));
  }

  private static long number(Map<String, byte[]> fields, String name) {
    var value = fields.get(name);
    return value == null ? 0 : Long.parseLong(new String(value, UTF_8));
  }

  boolean waits() {
    return contact.state() == ContactState.QUEUED || contact.state() == ContactState.OFFERED;
  }

  /// The nine values `turn.lua` wants of a contact placed by these tables.
  List<Object> under(Tables inForce) {
    var plan = inForce.plan();
    var decision = plan.decide(Tables.triage(contact), contact.arrived());
    int step = done(decision.steps());
    long due = step < decision.steps().size() ? decision.steps().get(step).due().toEpochMilli() : 0;
    return List.of(
        contact.id(),
        ruled,
        contact.place().step(),
        contact.epoch(),
        step,
        due,
        plan.virtualArrivalAt(decision, step, contact.arrived(), contact.understanding().risk()),
        decision.queue(),
        decision.rule());
  }

  /// How many steps of an escalation count as done.
  private int done(List<DueStep> steps) {
    int done = 0;
    while (done < steps.size() && isDone(steps.get(done))) {
      done++;
    }
    return done;
  }

  /// Nobody counts as told or paged who never was. But once people on call know of her, a step that
  /// came to nothing (a partner who was closed) is not tried again with every new version, since
  /// the pages after it would be sent again too.
  private boolean isDone(DueStep step) {
    return step.due().toEpochMilli() <= stepped
        && switch (step.does()) {
          case Step.Tell _ -> told || paged;
          case Step.Page _ -> paged;
          case Step.Partner _ -> handedOver || paged || promised;
          case Step.CallBack _ -> promised;
          case Step.Offer _, Step.Move _, Step.Interpreter _ -> true;
        };
  }
}
