package org.havenline.testing;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.havenline.contact.ResponderId;
import org.havenline.queue.Tables;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.staff.Responder;

/// Telephones for the staff of the shipped tables.
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
                with(
                    Optional.of("+1202555%04d".formatted(100 + staff.size())), one.gender(), one)));
    return new Tables(of.whole(), of.line(), of.plan(), Map.copyOf(staff), of.ruling());
  }

  /// The same tables in which nobody has one.
  public static Tables without(Tables of) {
    var staff = new HashMap<>(of.staff());
    staff.replaceAll((_, one) -> with(Optional.empty(), one.gender(), one));
    return new Tables(of.whole(), of.line(), of.plan(), Map.copyOf(staff), of.ruling());
  }

  /// The same tables in which these are men.
  public static Tables men(Tables of, Collection<String> men) {
    var staff = new HashMap<>(of.staff());
    men.stream()
        .map(ResponderId::new)
        .forEach(man ->
            staff.computeIfPresent(
                man, (_, one) -> with(one.phone(), Optional.of(Gender.MAN), one)));
    return new Tables(of.whole(), of.line(), of.plan(), Map.copyOf(staff), of.ruling());
  }

  private static Responder with(Optional<String> phone, Optional<Gender> gender, Responder one) {
    return new Responder(
        one.id(),
        one.name(),
        one.roles(),
        one.languages(),
        one.skills(),
        one.capacity(),
        gender,
        phone,
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
