package org.havenline.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.contact.Contact;
import org.havenline.queue.OnHand;
import org.havenline.queue.Tables;
import org.havenline.routing.RoutingDecision;
import org.havenline.routingconfig.plan.Step;

/// What each kind of step comes to for a contact at a moment. A step that can do nothing says so,
/// and the next one follows in its time.
public final class Deeds {
  /// One that somebody is coming, one with something new to do or expect; more may be seen by
  /// somebody else.
  private static final int MOST_TEXTS = 2;

  private final Letters letters;
  private final OnHand onHand;

  public Deeds(Letters letters, OnHand onHand) {
    this.letters = letters;
    this.onHand = onHand;
  }

  Deed of(
      Step.Action action, Contact contact, RoutingDecision decision, Tables tables, Instant now) {
    return switch (action) {
      case Step.Offer _, Step.Move _ -> Deed.nothing(action.word());
      case Step.Tell(var key) -> tell(key, contact, decision, tables, now);
      case Step.Page(var onCall) ->
          Deed.page(
              letters.pages(
                  contact,
                  tables.whole().roster().numbersToPage(onCall, now),
                  "page" + contact.place().step()));
      case Step.Interpreter(var level) ->
          Deed.nothing(
              interprets(contact, level, tables, now) ? "interpreter" : "interpreter-none");
      case Step.Partner(var partner, var tells) -> partner(partner, tells, contact, tables, now);
      case Step.CallBack callBack -> callBack(callBack, contact, now);
    };
  }

  /// What may be said of the time: never a number, which would be read as a promise. That it may
  /// take longer is said when nobody on duty may answer her at all.
  private Deed tell(
      String key, Contact contact, RoutingDecision decision, Tables tables, Instant now) {
    var requirement = decision.requirementAt(contact.place().step());
    var keys =
        onHand.mayAnswer(tables, Tables.triage(contact), requirement, now)
            ? List.of(key)
            : List.of(key + "Long", key);
    return Deed.text("tell", letters.toPerson(contact, keys, Map.of(), "tell"));
  }

  private boolean interprets(
      Contact contact,
      org.havenline.routingconfig.staff.LanguageLevel level,
      Tables tables,
      Instant now) {
    var interpreting = onHand.interpreting();
    var free = OnHand.free(onHand.all(tables, now), interpreting);
    return onHand
        .interpreters(tables.whole(), free, interpreting, now)
        .of(Tables.triage(contact), level)
        .isPresent();
  }

  private Deed partner(
      String id, Optional<String> tells, Contact contact, Tables tables, Instant now) {
    var partner = tables.whole().partner(id);
    if (!partner.takes(contact.channel(), contact.understanding().language(), now)) {
      return Deed.nothing("partner-none");
    }
    var text =
        tells.flatMap(key ->
            letters.toPerson(contact, List.of(key), Map.of("phone", partner.phone()), "partner"));
    return new Deed("partner", text, MOST_TEXTS, Optional.of(id), Optional.empty(), List.of());
  }

  private Deed callBack(Step.CallBack step, Contact contact, Instant now) {
    var text =
        step.tells().flatMap(key -> letters.toPerson(contact, List.of(key), Map.of(), "call-back"));
    return new Deed(
        "call-back",
        text,
        MOST_TEXTS,
        Optional.empty(),
        Optional.of(now.plus(step.within())),
        List.of());
  }
}
