package org.havenline.testing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.havenline.contact.ResponderId;
import org.havenline.queue.Tables;
import org.havenline.routingconfig.staff.Responder;

/// Telephones for the staff of the shipped tables, who have none.
public final class Telephones {
  private Telephones() {}

  /// The same tables with a telephone for each responder: `+1202555` and four digits.
  public static Tables given(Tables of) {
    var staff = new HashMap<ResponderId, Responder>();
    of.staff().values().stream()
        .sorted(Comparator.comparing(Responder::id))
        .forEach(one ->
            staff.put(
                new ResponderId(one.id()),
                with("+1202555%04d".formatted(100 + staff.size()), one)));
    return new Tables(of.whole(), of.line(), of.plan(), Map.copyOf(staff), of.ruling());
  }

  private static Responder with(String phone, Responder one) {
    return new Responder(
        one.id(),
        one.name(),
        one.roles(),
        one.languages(),
        one.skills(),
        one.capacity(),
        one.gender(),
        Optional.of(phone),
        one.attributes(),
        one.communities());
  }

  public static String of(Tables tables, String id) {
    return Objects.requireNonNull(tables.staff().get(new ResponderId(id))).phone().orElseThrow();
  }

  /// Whose telephone it is.
  public static String owner(Tables tables, String phone) {
    return tables.staff().values().stream()
        .filter(one -> one.phone().filter(phone::equals).isPresent())
        .map(Responder::id)
        .findFirst()
        .orElseThrow();
  }
}
