package org.havenline.channel.voice.talk;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.havenline.channel.voice.talk.Guest.Kind;
import org.havenline.contact.Contact;
import org.havenline.contact.ResponderId;
import org.havenline.queue.OnHand;
import org.havenline.queue.Tables;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.interpreter.Interpreter;
import org.havenline.routing.interpreter.Interpreters;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.havenline.routingconfig.staff.Responder;

/// Who may come into a talk now: to interpret, or to take it over.
record Candidates(OnHand onHand, Supplier<Tables> tables, InstantSource clock) {

  /// Who is to interpret: whoever is kept for her, else the best who can be called, those not
  /// called in vain before first.
  ///
  /// @param guests of her call
  Optional<ResponderId> interpreter(Contact contact, List<Guest> guests) {
    var tried =
        guests.stream()
            .filter(one -> one.kind() == Kind.INTERPRETER)
            .map(one -> one.whom().value())
            .collect(Collectors.toSet());
    var kept = contact.escalated().interpreter().filter(one -> !tried.contains(one));
    return kept.or(() -> best(interpreters(contact), tried, contact)).map(ResponderId::new);
  }

  private static Optional<String> best(Interpreters all, Set<String> tried, Contact contact) {
    var triage = Tables.triage(contact);
    var fresh =
        new Interpreters(all.free().stream().filter(one -> !tried.contains(one.id())).toList());
    return fresh
        .of(triage, LanguageLevel.WORKING)
        .or(() -> all.of(triage, LanguageLevel.WORKING))
        .map(Interpreter::id);
  }

  private Interpreters interpreters(Contact contact) {
    var inForce = tables.get();
    var now = clock.instant();
    var busy = onHand.interpreting();
    var free = OnHand.free(onHand.all(inForce, now), busy);
    var kept = contact.escalated().interpreter();
    var others =
        busy.stream().filter(one -> kept.filter(one::equals).isEmpty()).collect(Collectors.toSet());
    return new Interpreters(
        onHand.interpreters(inForce.whole(), free, others, now).free().stream()
            .filter(one -> one.colleague().isEmpty() || hasPhone(new ResponderId(one.id())))
            .toList());
  }

  boolean hasPhone(ResponderId one) {
    return Optional.ofNullable(tables.get().staff().get(one)).flatMap(Responder::phone).isPresent();
  }

  /// Colleagues to whom a talk may pass: on duty, free, with a telephone; and none whom she does
  /// not want, which no transfer takes away.
  List<ResponderId> colleagues(Contact contact) {
    var inForce = tables.get();
    var now = clock.instant();
    var triage = Tables.triage(contact);
    var requirement =
        inForce.plan().decide(triage, contact.arrived()).requirementAt(contact.place().step());
    return OnHand.free(onHand.all(inForce, now), onHand.interpreting()).stream()
        .filter(one -> one.free().getOrDefault(Channel.VOICE, 0) > 0 && one.load() == 0)
        .filter(one -> !triage.avoids(one) && requirement.isRespectedBy(one))
        .map(FreeResponder::id)
        .filter(one -> !contact.isOwnedBy(one))
        .toList();
  }
}
