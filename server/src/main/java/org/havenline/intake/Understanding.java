package org.havenline.intake;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.KeyAnswer;
import org.havenline.contact.Contact;
import org.havenline.contact.MessageId;
import org.havenline.conversation.Message;
import org.havenline.language.Evidence;
import org.havenline.language.LanguageDetector;
import org.havenline.language.LanguageGuess;
import org.havenline.language.LanguageGuess.Certainty;
import org.havenline.language.Prior;
import org.havenline.risk.RiskAssessment;
import org.havenline.risk.RiskMonitor;
import org.havenline.risk.Signal;
import org.havenline.risk.Span;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RiskLevel;

/// What a message says of its language and its danger, weighed with what the conversation said
/// before.
public final class Understanding {
  private static final Set<String> CARRIER_WORDS =
      Set.of(
          "STOP",
          "STOPALL",
          "UNSUBSCRIBE",
          "CANCEL",
          "END",
          "QUIT",
          "START",
          "YES",
          "UNSTOP",
          "HELP",
          "INFO");

  /// How much the language of her page, which is her phone's, tells of what she writes.
  private static final double PAGE_LANGUAGE = 0.75;

  private final LanguageDetector languages;
  private final RiskMonitor risks;

  public Understanding(LanguageDetector languages, RiskMonitor risks) {
    this.languages = languages;
    this.risks = risks;
  }

  /// @param whole of the conversation, this message included
  /// @param signals of this message alone
  /// @param readBy the version of the risk rules and the languages it was read in: `12 en es`; so a
  ///   trial of other rules can read it the same way
  public record Understood(Contact.Understanding whole, RiskAssessment signals, String readBy) {}

  /// @param before the contact it belongs to, empty for its first message
  public Understood of(InboundMessage message, Optional<Contact> before) {
    var known = before.map(Contact::understanding);
    var own = message.chosenLanguage();
    var chosen =
        own.or(() ->
            known
                .filter(Contact.Understanding::isLanguageChosen)
                .map(Contact.Understanding::language));
    var evidence = known.map(one -> Evidence.parse(one.evidence())).orElseGet(Evidence::none);
    var words = isCarrierWord(message.text()) ? "" : message.text();
    var prior = prior(message);
    var guess =
        languages.detect(
            words, chosen.map(one -> Prior.menu(one).and(prior)).orElse(prior), evidence);
    var likely = likely(guess, chosen);
    var reading = risks.read(message.text(), likely);
    var signals = risks.together(byKeys(message), reading.assessment());
    var all = together(known.map(Contact.Understanding::signals), signals);
    var unjudged = together(known.map(Contact.Understanding::unjudged), signals);
    // it rises with each message and falls only by a person
    var level =
        known
            .map(Contact.Understanding::risk)
            .orElse(RiskLevel.STANDARD)
            .or(unjudged.level())
            .or(atLeast(message.text(), guess, chosen, before));
    var whole =
        new Contact.Understanding(
            chosen.orElseGet(guess::language),
            chosen.isPresent() ? 1 : guess.confidence(),
            own.map(_ -> Contact.Understanding.OWN)
                .or(() -> chosen.flatMap(_ -> known).map(Contact.Understanding::certainty))
                .orElse(guess.certainty().name()),
            guess.evidence().encode(),
            candidates(guess),
            level,
            all.encode(),
            unjudged.encode(),
            known.map(Contact.Understanding::judged).orElse(false),
            Countries.of(message.from()),
            known.map(Contact.Understanding::revision).orElse(0L));
    return new Understood(whole, signals, reading.version() + " " + String.join(" ", likely));
  }

  /// A key with a meaning is a sign as good as words; what it stands in is the whole message.
  private static RiskAssessment byKeys(InboundMessage message) {
    var all = new Span(0, message.text().length());
    var signals =
        message.keys().stream()
            .flatMap(key ->
                key instanceof KeyAnswer.Sign(var code, var level)
                    ? Stream.of(Signal.byKey(code, level, all))
                    : Stream.<Signal>empty())
            .toList();
    return new RiskAssessment(
        signals.stream().map(Signal::level).reduce(RiskLevel.STANDARD, RiskLevel::or), signals);
  }

  /// What a person says of the risk: from here on only later messages raise it.
  public static Contact.Understanding judged(Contact.Understanding known, RiskLevel level) {
    return new Contact.Understanding(
        known.language(),
        known.confidence(),
        known.certainty(),
        known.evidence(),
        known.candidates(),
        level,
        known.signals(),
        RiskAssessment.none().encode(),
        true,
        known.country(),
        known.revision());
  }

  /// A conversation read again in the language that was chosen for it.
  ///
  /// @param signals of those messages in which the rules of that language found more
  public record Reread(Contact.Understanding whole, Map<MessageId, RiskAssessment> signals) {}

  /// @param byWhom [Contact.Understanding#CHOSEN] or [Contact.Understanding#OWN]
  /// @param written what the person wrote so far
  public Reread reread(
      Contact.Understanding known, String language, String byWhom, List<Message> written) {
    var before = parse(known.signals());
    var all = before;
    var unjudged = parse(known.unjudged());
    var changed = new HashMap<MessageId, RiskAssessment>();
    for (var message : written) {
      var found = risks.assess(message.text(), Set.of(language)).without(before);
      if (!found.signals().isEmpty()) {
        all = risks.together(all, found);
        unjudged = risks.together(unjudged, found);
        changed.put(message.id(), risks.together(parse(message.signals()), found));
      }
    }
    return new Reread(
        new Contact.Understanding(
            language,
            1,
            byWhom,
            known.evidence(),
            known.candidates(),
            known.risk().or(unjudged.level()),
            all.encode(),
            unjudged.encode(),
            known.judged(),
            known.country(),
            known.revision()),
        changed);
  }

  /// What a code of a signal means, in plain words.
  public String meaning(String code) {
    return risks.meaning(code);
  }

  private static RiskAssessment parse(String encoded) {
    return encoded.isEmpty() ? RiskAssessment.none() : RiskAssessment.parse(encoded);
  }

  private RiskAssessment together(Optional<String> earlier, RiskAssessment now) {
    return earlier.map(known -> risks.together(parse(known), now)).orElse(now);
  }

  /// What we cannot read must not look harmless: until a person has looked, a text in a language
  /// that is not certain, or that has no rules, or that is too long to be read to its end, is at
  /// least ELEVATED, unless it only says hello.
  private RiskLevel atLeast(
      String text, LanguageGuess guess, Optional<String> chosen, Optional<Contact> before) {
    boolean readable =
        (chosen.isPresent() || guess.certainty() == Certainty.SET)
            && risks.hasRulesFor(chosen.orElseGet(guess::language))
            && RiskMonitor.readsWhole(text);
    return readable || before.filter(Contact::isLookedAt).isPresent() || !Greetings.isMore(text)
        ? RiskLevel.STANDARD
        : RiskLevel.ELEVATED;
  }

  /// Everyone knows these words from the carriers' own texts, whatever language they speak.
  static boolean isCarrierWord(String text) {
    return CARRIER_WORDS.contains(text.strip().toUpperCase(Locale.ROOT));
  }

  private static Prior prior(InboundMessage message) {
    if (message.from().channel() != Channel.WEBCHAT) {
      return Prior.callingCode(message.from().value());
    }
    return message.keys().stream()
        .filter(KeyAnswer.PageLanguage.class::isInstance)
        .map(key -> Prior.earlier(((KeyAnswer.PageLanguage) key).tag(), PAGE_LANGUAGE))
        .findFirst()
        .orElseGet(Prior::flat);
  }

  /// One who has said which language it is may still write another one now and then.
  private static Set<String> likely(LanguageGuess guess, Optional<String> chosen) {
    var likely = new LinkedHashSet<String>();
    chosen.ifPresent(likely::add);
    likely.addAll(guess.likely());
    return likely;
  }

  /// For example `es:0.72 pt:0.15`.
  private static String candidates(LanguageGuess guess) {
    return guess.candidates().stream()
        .map(one -> String.format(Locale.ROOT, "%s:%.2f", one.language(), one.probability()))
        .collect(Collectors.joining(" "));
  }
}
