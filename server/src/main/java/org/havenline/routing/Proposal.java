package org.havenline.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.routingconfig.staff.LanguageLevel;

/// Whom to ask next about which contact.
///
/// @param timeout how long
/// @param reasons in words, for the one who is asked; never content, and never whom she does not
///   want
public record Proposal(
    ContactId contact, ResponderId responder, Duration timeout, List<String> reasons) {

  static Proposal of(WaitingContact contact, FreeResponder one, Instant now) {
    var requirement = contact.requirement();
    var reasons = new ArrayList<String>();
    reasons.add(language(contact, one));
    if (contact.known().contains(one.id())) {
      reasons.add("you answered her before");
    }
    Requirement.skillsInWords(requirement.skills()).forEach(skill -> reasons.add("needs " + skill));
    if (contact.triage().minor()) {
      reasons.add("a minor");
    }
    requirement.wishes().stream()
        .sorted()
        .forEach(wish -> reasons.add("asked for a " + wish.name().toLowerCase(Locale.ROOT)));
    reasons.add("waited " + inWords(Duration.between(contact.arrived(), now)));
    reasons.add("risk " + contact.triage().risk());
    if (contact.askedAlready().contains(one.id())) {
      reasons.add("nobody else is free");
    }
    return new Proposal(
        contact.id(), one.id(), contact.decision().offerTimeout(), List.copyOf(reasons));
  }

  private static String language(WaitingContact contact, FreeResponder one) {
    if (!contact.triage().isLanguageKnown()) {
      return "language not known yet";
    }
    var tag = contact.triage().language();
    return "writes "
        + Requirement.nameOf(tag)
        + ", which you "
        + contact
            .requirement()
            .best(tag, one.languages())
            .map(best ->
                best.through()
                    .map(through -> "understand through " + Requirement.nameOf(through))
                    .orElse(best.level() == LanguageLevel.BASIC ? "speak a little" : "speak"))
            .orElse("do not speak");
  }

  private static String inWords(Duration waited) {
    long seconds = Math.max(0, waited.toSeconds());
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600
            ? seconds / 60 + " min"
            : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
  }
}
