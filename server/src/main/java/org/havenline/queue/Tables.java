package org.havenline.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.havenline.contact.Contact;
import org.havenline.contact.LineId;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.Ruling;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.RoutingPlan;
import org.havenline.routing.Triage;
import org.havenline.routing.choice.Narrowing;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.staff.Responder;
import org.havenline.tables.InForce;

/// The tables in force for one line: its plan and its staff, of one version. A decision takes one
/// such object and never asks for another.
///
/// @param ruling which version, under which state of the switches
public record Tables(
    RoutingTables whole,
    Line line,
    RoutingPlan plan,
    Map<ResponderId, Responder> staff,
    Ruling ruling) {

  /// Where the tables in force are found, whenever a decision begins.
  @FunctionalInterface
  public interface Source extends Supplier<Tables> {
    /// Waits for newer ones: for who has seen that there are.
    default Tables after(Ruling known) {
      return get();
    }
  }

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

  /// Whether a person who wishes this would be answered by this responder: a woman or a man, and
  /// nobody whom she avoids. One of whom neither is known meets no wish.
  public boolean isWelcome(ResponderId one, Contact.Wishes wishes) {
    var described = Optional.ofNullable(staff.get(one));
    return !wishes.avoided().responders().contains(one)
        && (wishes.genders().isEmpty()
            || described.flatMap(Responder::gender).filter(wishes.genders()::contains).isPresent());
  }

  /// @throws java.util.NoSuchElementException when the tables have no such line
  public static Tables of(InForce inForce, LineId line) {
    var plan = RoutingPlan.of(inForce.tables(), line.value());
    return of(
        inForce.tables(),
        line.value(),
        plan.under(inForce.switches().mode(), inForce.isDown(line)),
        inForce.ruling());
  }

  /// Outside of any version, with all switches as usual.
  public static Tables of(RoutingTables whole, String line) {
    return of(whole, line, RoutingPlan.of(whole, line), Ruling.NONE);
  }

  private static Tables of(RoutingTables whole, String line, RoutingPlan plan, Ruling ruling) {
    return new Tables(
        whole,
        whole.lines().stream().filter(one -> one.id().equals(line)).findFirst().orElseThrow(),
        plan,
        whole.responders().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    one -> new ResponderId(one.id()), Function.identity())),
        ruling);
  }

  /// What the plan decides by, of a contact as it stands.
  public static Triage triage(Contact contact) {
    return triage(contact.channel(), contact.understanding(), contact.wishes(), contact.subLine());
  }

  public static Triage triage(
      Channel channel, Contact.Understanding understood, Contact.Wishes wishes, String subLine) {
    return new Triage(
        channel,
        understood.language(),
        understood.confidence(),
        understood.risk(),
        understood.country(),
        wishes.minor(),
        wishes.genders(),
        Map.of(),
        wishes.avoided(),
        subLine);
  }
}
