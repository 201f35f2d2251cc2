package org.havenline.routingconfig.choice;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.routingconfig.condition.Condition;
import org.havenline.routingconfig.condition.Conditions;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// Which responders may be asked, by conditions over her attributes and the contact's, and in which
/// order. It narrows what languages, skills and wishes leave; it never widens it.
///
/// @param group condition over responders alone: those who belong here at all
/// @param who condition over a responder and the contact
/// @param first clauses of an order; the first decides, the next breaks ties
/// @param skip when the next `move` of the escalation holds at once
public record Choice(
    Optional<Condition> group, Optional<Condition> who, List<Order> first, Skip skip) {

  /// When this choice is passed over.
  public enum Skip {
    NEVER,
    /// nobody of the group is on duty
    NOBODY_ON_DUTY,
    /// nobody who may be asked is free
    NOBODY_FREE
  }

  /// No condition, no order.
  public static final Choice ANYONE =
      new Choice(Optional.empty(), Optional.empty(), List.of(), Skip.NEVER);

  public Choice {
    first = List.copyOf(first);
  }

  public static Choice read(Value value, Supplier<Conditions> conditions) {
    var fields = value.fields();
    var choice =
        new Choice(
            condition("group", fields, conditions),
            condition("who", fields, conditions),
            fields.optional("first").map(Value::list).orElse(List.of()).stream()
                .map(Order::read)
                .toList(),
            fields.optional("skip").flatMap(v -> v.word(Skip.class)).orElse(Skip.NEVER));
    fields.done();
    if (choice.equals(ANYONE)) {
      value.fault("this choice chooses nothing", "Give it a group, who or first, or remove it");
    }
    return choice;
  }

  private static Optional<Condition> condition(
      String key, Fields fields, Supplier<Conditions> conditions) {
    return fields.optional(key).flatMap(value -> conditions.get().compileForResponders(value));
  }
}
