package org.havenline.routing.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.havenline.routing.RoutingDecision;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.plan.Step;

/// Whether the last step of an escalation reaches a human at some moment.
///
/// A page counts when its entry has a number then; a partner when it takes her then and she is
/// told; a promised call-back when its entry has a number once it is due. An offer does not count,
/// whoever is on shift: all of them may be busy. Neither does a text to her.
record Reach(RoutingTables tables) {

  /// What the answer depends on besides the moment; equal ones are looked at once.
  ///
  /// @param channel and language of her, empty where the step does not ask
  record Ending(
      Step.Action does, Duration after, Optional<Channel> channel, Optional<String> language) {

    static Optional<Ending> of(RoutingDecision decision, Triage who, Instant arrived) {
      if (decision.steps().isEmpty()) {
        return Optional.empty();
      }
      var last = decision.steps().getLast();
      boolean asks = last.does() instanceof Step.Partner;
      return Optional.of(
          new Ending(
              last.does(),
              Duration.between(arrived, last.due()),
              asks ? Optional.of(who.channel()) : Optional.empty(),
              asks ? Optional.of(who.language()) : Optional.empty()));
    }
  }

  /// Empty when somebody is reached who arrived then; else, in words, what happens instead.
  Optional<String> missing(Ending ending, Instant arrived) {
    var then = arrived.plus(ending.after());
    var what = "after %s the last step".formatted(inWords(ending.after()));
    return switch (ending.does()) {
      case Step.Page(var entry) -> unless(hasNumber(entry, then), what + " pages nobody");
      case Step.CallBack promise ->
          unless(
              hasNumber(promise.page(), then.plus(promise.within())),
              what + " promises a call-back that nobody on call is told of");
      case Step.Partner(var partner, var tells) ->
          unless(
              tells.isPresent()
                  && tables
                      .partner(partner)
                      .takes(ending.channel().orElseThrow(), ending.language().orElseThrow(), then),
              what + " is a partner that does not take her then");
      case Step.Offer _, Step.Interpreter _, Step.Move _ ->
          Optional.of(what + " is an offer that may find nobody free");
      case Step.Tell _ -> Optional.of(what + " only sends her a text");
    };
  }

  private boolean hasNumber(String entry, Instant then) {
    return !tables.roster().numbersToPage(entry, then).isEmpty();
  }

  private static Optional<String> unless(boolean reached, String words) {
    return reached ? Optional.empty() : Optional.of(words);
  }

  private static String inWords(Duration after) {
    long seconds = after.toSeconds();
    return seconds % 60 == 0 ? "%d min".formatted(seconds / 60) : "%d s".formatted(seconds);
  }
}
