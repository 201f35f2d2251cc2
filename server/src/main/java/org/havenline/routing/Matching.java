package org.havenline.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.staff.LanguageLevel;

/// Who is asked about whom. Pure: waiting contacts in their order, responders who are free, the
/// time; the same always gives the same.
///
/// The order of waiting is strict among those who can be served: a contact is passed over only when
/// nobody free may answer it. Among those who may, the longest idle is asked, then the least
/// loaded, then by id; where the language no longer matters, those who speak it come first all the
/// same.
public final class Matching {
  private static final Comparator<FreeResponder> FIRST_ASKED =
      Comparator.comparing(FreeResponder::idleSince)
          .thenComparingInt(FreeResponder::load)
          .thenComparing(responder -> responder.id().value());

  private Matching() {}

  /// The next one to ask.
  public static Optional<Proposal> propose(
      List<WaitingContact> inOrder, List<FreeResponder> free, Instant now) {
    return inOrder.stream()
        .flatMap(contact -> choose(contact, free).map(one -> proposal(contact, one, now)).stream())
        .findFirst();
  }

  /// All who can be asked at once: each contact is offered to one, nobody gets more than fits.
  public static List<Proposal> proposeAll(
      List<WaitingContact> inOrder, List<FreeResponder> free, Instant now) {
    var left = new ArrayList<>(free.stream().filter(Matching::anyLeft).toList());
    var proposals = new ArrayList<Proposal>();
    for (var contact : inOrder) {
      if (left.isEmpty()) {
        break;
      }
      choose(contact, left)
          .ifPresent(one -> {
            proposals.add(proposal(contact, one, now));
            left.remove(one);
            var after = one.with(contact.triage().channel(), now);
            if (anyLeft(after)) {
              left.add(after);
            }
          });
    }
    return List.copyOf(proposals);
  }

  private static Optional<FreeResponder> choose(WaitingContact contact, List<FreeResponder> free) {
    var requirement = contact.requirement();
    var channel = contact.triage().channel();
    var language = contact.triage().language();
    return free.stream()
        .filter(one -> fits(one, requirement, channel) && !contact.resting().contains(one.id()))
        .min(
            Comparator.<FreeResponder, Boolean>comparing(
                    one -> contact.askedAlready().contains(one.id()))
                .thenComparing(one -> Requirement.best(language, one.languages()).isEmpty())
                .thenComparing(FIRST_ASKED));
  }

  private static boolean fits(FreeResponder one, Requirement requirement, Channel channel) {
    return one.freeOn(channel) > 0
        && one.skills().containsAll(requirement.skills())
        && (requirement.wishes().isEmpty()
            || one.gender().map(requirement.wishes()::contains).orElse(false))
        && (requirement.languages().isEmpty() || requirement.spoken(one.languages()).isPresent());
  }

  private static boolean anyLeft(FreeResponder one) {
    return one.free().values().stream().anyMatch(count -> count > 0);
  }

  private static Proposal proposal(WaitingContact contact, FreeResponder one, Instant now) {
    var reasons = new ArrayList<String>();
    reasons.add(languageReason(contact, one));
    contact.requirement().skills().stream()
        .sorted()
        .forEach(skill -> reasons.add("needs " + skill));
    contact.requirement().wishes().stream()
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

  private static String languageReason(WaitingContact contact, FreeResponder one) {
    if (!contact.triage().isLanguageKnown()) {
      return "language not known yet";
    }
    var language = Requirement.nameOf(contact.triage().language());
    return Requirement.best(contact.triage().language(), one.languages())
        .map(level -> "writes " + language + ", which you speak" + howWell(level))
        .orElse("writes " + language + ", which you do not speak");
  }

  private static String howWell(LanguageLevel level) {
    return level == LanguageLevel.BASIC ? " a little" : "";
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
