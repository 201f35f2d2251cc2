package org.havenline.contact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RiskLevel;

/// One request for help as it stands now. Holds no text and no number.
///
/// @param label what staff call the person, for example "Caller 7F3K"
/// @param earlier contacts of the same person before this one
/// @param epoch counts changes of ownership; a write with an older one is refused
/// @param arrived when the first message was accepted
/// @param since when it came into its present state
/// @param responder who owns it, or had it when it was closed
/// @param unanswered messages of the person since the last answer
/// @param escalated what was done while nobody took it
/// @param textable false once the person's phone or carrier refuses our texts (STOP)
/// @param wishes whom she wants and does not want; kept for her later contacts
/// @param answeredBy who has owned this conversation
/// @param subLine which sub-line the number stands for that she reached first; empty when none
/// @param menu of languages that she was sent
/// @param left when she left the page of her chat for good: what is written now does not reach her
/// @param forced the label of who began another chat with her words to come back, under duress
public record Contact(
    ContactId id,
    ContactState state,
    PersonId person,
    String label,
    int earlier,
    Channel channel,
    Understanding understanding,
    Place place,
    Instant arrived,
    Instant since,
    long epoch,
    Optional<ResponderId> responder,
    Optional<Offered> offered,
    int messages,
    int unanswered,
    boolean textable,
    Escalated escalated,
    Wishes wishes,
    Set<ResponderId> answeredBy,
    String subLine,
    Menu menu,
    Optional<Instant> left,
    Optional<String> forced) {

  /// Whether this is the responder's conversation now.
  public boolean isOwnedBy(ResponderId someone) {
    return state == ContactState.CONNECTED && responder.filter(someone::equals).isPresent();
  }

  /// Whether this responder is asked about it now.
  public boolean isOfferedTo(ResponderId someone) {
    return offered.filter(offer -> offer.reasons().containsKey(someone)).isPresent();
  }

  /// Whether one of the staff has looked at it: answered it, or corrected what was understood. Her
  /// own choice of a language is not a look at what she wrote.
  public boolean isLookedAt() {
    return understanding.judged()
        || understanding.certainty().equals(Understanding.CHOSEN)
        || !answeredBy.isEmpty();
  }

  /// What was understood of the messages so far.
  ///
  /// @param certainty how sure the language is: `SET`, `PROVISIONAL` or `ASK` by her words,
  ///   [#CHOSEN] once one of the staff has said which it is, [#OWN] once she has
  /// @param evidence of the language, for weighing the next message
  /// @param candidates the likely languages, the likeliest first, each with its probability
  /// @param signals of risk, with the places of their words, without the words
  /// @param unjudged the same, of those messages that came after a person last judged the risk
  /// @param judged whether a person has confirmed, raised or lowered the risk
  /// @param country ISO 3166 code of the person's number, empty when not known
  /// @param revision counts messages and corrections; what was concluded from an older one is not
  ///   written
  public record Understanding(
      String language,
      double confidence,
      String certainty,
      String evidence,
      String candidates,
      RiskLevel risk,
      String signals,
      String unjudged,
      boolean judged,
      String country,
      long revision) {
    /// One of the staff has said which language it is; no word of hers changes that.
    public static final String CHOSEN = "CHOSEN";

    /// She has said so herself, of those she was offered; no word of hers changes that either.
    public static final String OWN = "OWN";

    /// Known well enough by her words.
    public static final String SET = "SET";

    /// Not known well enough.
    public static final String ASK = "ASK";

    public boolean isLanguageChosen() {
      return certainty.equals(CHOSEN) || certainty.equals(OWN);
    }
  }

  /// Where it waits.
  ///
  /// @param virtualArrival sorts the queue, ms; smaller is served first
  /// @param step how far escalation has gone, 0 at first
  /// @param asked who declined or let an offer expire
  public record Place(
      String queue, String rule, long virtualArrival, int step, Set<ResponderId> asked) {}

  /// What is known of whom a person wants. Noted by staff, and never relaxed.
  ///
  /// @param minor she says or shows that she is under 18
  public record Wishes(Set<Gender> genders, boolean minor, Avoided avoided) {
    public static final Wishes NONE = new Wishes(Set.of(), false, Avoided.NOBODY);
  }

  /// Whom a person does not want: these, and all who belong to these small communities.
  public record Avoided(Set<ResponderId> responders, Set<String> communities) {
    public static final Avoided NOBODY = new Avoided(Set.of(), Set.of());

    public Avoided {
      responders = Set.copyOf(responders);
      communities = Set.copyOf(communities);
    }
  }

  /// The offer that is open, to one or to several at once.
  ///
  /// @param reasons for each who is asked
  public record Offered(Instant until, Map<ResponderId, List<String>> reasons) {
    public Offered {
      reasons = Map.copyOf(reasons);
    }
  }

  /// What escalation has done for it.
  ///
  /// @param did what the last step came to, in a word; empty before the first
  /// @param interpreter who interprets, while it is offered or connected
  /// @param partner to whom it was handed over
  /// @param callBack when somebody was promised to come back to her
  /// @param promised how a call that she was promised stands
  public record Escalated(
      String did,
      Optional<String> interpreter,
      Optional<String> partner,
      Optional<Instant> callBack,
      Optional<Promised> promised) {}

  /// A call she was promised.
  ///
  /// @param state in a word, as `channel.voice.back.Backs` lists them
  /// @param again before this it is not tried again
  public record Promised(String state, Optional<Instant> again) {}

  /// What she was asked of her language.
  ///
  /// @param languages in the order of their numbers; none when she was not asked
  /// @param open whether her answer is still awaited
  public record Menu(List<String> languages, boolean open, Instant asked) {}
}
