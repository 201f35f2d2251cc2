package org.havenline.referral.given;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.havenline.contact.Contact;
import org.havenline.contact.ResponderId;
import org.havenline.referral.counted.Tally;

/// What is decided on the referrals of one contact, on what they are at this moment.
public sealed interface Change {
  /// Who decides.
  ///
  /// @param any whether of any contact; else of those that are theirs, or were until they ended
  record By(ResponderId who, boolean any) {
    /// The service itself, by its link.
    public static final By SERVICE = new By(new ResponderId(Outcome.SERVICE), true);
  }

  /// What it is decided on.
  ///
  /// @param revision counts changes to any of them
  record State(Contact contact, long revision, List<Referral> all) {
    public State {
      all = List.copyOf(all);
    }

    public Optional<Referral> find(String id) {
      return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }
  }

  /// A decision on one of them.
  static Function<State, Change> on(String id, BiFunction<State, Referral, Change> decision) {
    return state -> state.find(id).map(one -> decision.apply(state, one)).orElseGet(NotThere::new);
  }

  /// What is to happen to the e-mail.
  enum Mail {
    AS_IT_IS,
    /// One more waits to be sent.
    QUEUE,
    /// What still waits is not sent.
    STOP
  }

  /// One of them is from now on so.
  ///
  /// @param happened a word for the event log
  record Written(Referral to, Mail mail, Optional<Tally> tally, String happened)
      implements Change {}

  /// It must not be.
  ///
  /// @param reason a sentence for staff, which says nothing of her
  record Refused(String reason) implements Change {}

  /// There is no such referral, or it is nobody's business of theirs.
  record NotThere() implements Change {}

  /// What came of it.
  sealed interface Done {
    record Yes(Referral referral) implements Done {}

    record No(String reason) implements Done {}

    record NotThere() implements Done {}
  }
}
