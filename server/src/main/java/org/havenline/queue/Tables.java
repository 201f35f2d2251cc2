package org.havenline.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.havenline.contact.Contact;
import org.havenline.contact.ResponderId;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.RoutingPlan;
import org.havenline.routing.Triage;
import org.havenline.routing.choice.Narrowing;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.staff.Responder;

/// The tables in force for one line: its plan and its staff, of one version.
public record Tables(
    RoutingTables whole, Line line, RoutingPlan plan, Map<ResponderId, Responder> staff) {

  /// What narrows whom a contact is offered to, with these responders on duty.
  Narrowing narrowing(List<FreeResponder> onDuty, Instant now) {
    return new Narrowing(
        plan,
        staff.values().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    one -> new ResponderId(one.id()), Responder::attributes)),
        onDuty,
        now);
  }

  /// @throws java.util.NoSuchElementException when the tables have no such line
  public static Tables of(RoutingTables whole, String line) {
    return new Tables(
        whole,
        whole.lines().stream().filter(one -> one.id().equals(line)).findFirst().orElseThrow(),
        RoutingPlan.of(whole, line),
        whole.responders().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    one -> new ResponderId(one.id()), Function.identity())));
  }

  /// What the plan decides by, of a contact as it stands.
  public static Triage triage(Contact contact) {
    return triage(contact.channel(), contact.understanding(), contact.wishes());
  }

  public static Triage triage(
      Channel channel, Contact.Understanding understood, Contact.Wishes wishes) {
    return new Triage(
        channel,
        understood.language(),
        understood.confidence(),
        understood.risk(),
        understood.country(),
        wishes.minor(),
        wishes.genders(),
        Map.of(),
        wishes.avoided());
  }
}
