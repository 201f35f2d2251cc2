package org.havenline.testing;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.havenline.channel.voice.softphone.Phones;
import org.havenline.contact.ResponderId;
import org.havenline.queue.Tables;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.staff.Phone;
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
                    Optional.of(new Phone.Telephone("+1202555%04d".formatted(100 + staff.size()))),
                    one.gender(),
                    one)));
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

  private static Responder with(Optional<Phone> phone, Optional<Gender> gender, Responder one) {
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

  /// The same tables in which these are rung at their console.
  public static Tables inTheBrowser(Tables of, String... ids) {
    var staff = new HashMap<>(of.staff());
    for (var id : ids) {
      staff.computeIfPresent(
          new ResponderId(id),
          (_, one) -> with(Optional.of(new Phone.Browser()), one.gender(), one));
    }
    return new Tables(of.whole(), of.line(), of.plan(), Map.copyOf(staff), of.ruling());
  }

  /// Where the provider rings somebody.
  public static String of(Line line, String id) {
    return phones(line).of(line.tables, new ResponderId(id)).orElseThrow();
  }

  /// Whose telephone it is.
  public static String owner(Line line, String phone) {
    return line.tables.staff().keySet().stream()
        .filter(one -> phones(line).of(line.tables, one).filter(phone::equals).isPresent())
        .map(ResponderId::value)
        .findFirst()
        .orElseThrow();
  }

  private static Phones phones(Line line) {
    return new Phones(line.pseudonyms, Line.KEYS.line());
  }
}
