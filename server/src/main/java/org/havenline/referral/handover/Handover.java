package org.havenline.referral.handover;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.conversation.Conversations;
import org.havenline.conversation.SafeTimes;
import org.havenline.referral.consent.Asked;
import org.havenline.referral.consent.Disclosure;
import org.havenline.referral.consent.Gate;
import org.havenline.referral.consent.Passage;
import org.havenline.referral.consent.Why;
import org.havenline.referral.deeds.ServiceLink;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.given.Change;
import org.havenline.referral.given.Change.By;
import org.havenline.referral.given.Change.Done;
import org.havenline.referral.given.Method;
import org.havenline.referral.given.Option;
import org.havenline.referral.given.Referral;
import org.havenline.referral.given.Referrals;
import org.havenline.referral.given.Sent;
import org.jspecify.annotations.Nullable;

/// What a responder sends: a text to the person; to the service a word by phone, a private link, or
/// an e-mail.
///
/// The gate is asked within the change that notes what was told: has her consent changed between
/// the two, that change is not written, and nothing is told.
public final class Handover {
  private static final String NOT_OFFERED = "This service was not offered to her in this referral.";
  private static final String NOT_YOURS = "This conversation is not yours any more.";

  private final LineKeys keys;
  private final Contacts contacts;
  private final Referrals referrals;
  private final Gate gate;
  private final Conversations conversations;
  private final SafeTimes safeTimes;
  private final NeutralText neutral;
  private final ServiceLinks links;
  private final boolean mailing;
  private final InstantSource clock;

  /// @param mailing whether e-mails can be sent
  public Handover(
      LineKeys keys,
      Contacts contacts,
      Referrals referrals,
      Gate gate,
      Conversations conversations,
      SafeTimes safeTimes,
      NeutralText neutral,
      ServiceLinks links,
      boolean mailing,
      InstantSource clock) {
    this.keys = keys;
    this.contacts = contacts;
    this.referrals = referrals;
    this.gate = gate;
    this.conversations = conversations;
    this.safeTimes = safeTimes;
    this.neutral = neutral;
    this.links = links;
    this.mailing = mailing;
    this.clock = clock;
  }

  /// A text to her, on the way she wrote.
  ///
  /// @param text empty for the one that Havenline has
  /// @param key the client's own; the same again is the same text
  public Sending text(
      ContactId id,
      ResponderId who,
      String referral,
      ServiceId service,
      Optional<String> text,
      String key) {
    var contact = contacts.find(id).filter(one -> one.isOwnedBy(who));
    if (contact.isEmpty()) {
      return new Sending.NotThere();
    }
    var found = referrals.find(id, referral);
    if (found.isEmpty()) {
      return new Sending.NotThere();
    }
    return found
        .get()
        .option(service)
        .map(option -> text(contact.get(), who, found.get(), option, text, key))
        .orElseGet(() -> new Sending.No(NOT_OFFERED));
  }

  private Sending text(
      Contact contact,
      ResponderId who,
      Referral referral,
      Option option,
      Optional<String> text,
      String key) {
    var language = contact.understanding().language();
    var words = text.or(() -> neutral.draft(option, language));
    if (words.isEmpty()) {
      return new Sending.No("This service has no number to give. Write a text of your own.");
    }
    var refusal = neutral.refusal(words.get(), option, language);
    if (refusal.isPresent()) {
      return new Sending.No(refusal.get());
    }
    if (!safeTimes.isNow(contact.id())) {
      return new Sending.No("She may not be written to now: the time she named is over.");
    }
    var n = conversations.write(contact.id(), who, contact.epoch(), words.get(), key);
    if (n.isEmpty()) {
      return new Sending.No(NOT_YOURS);
    }
    note(contact.id(), referral.id(), option, who, key);
    return new Sending.Texted(n.getAsInt());
  }

  /// The same text tried again is noted once.
  private void note(
      ContactId contact, String referral, Option option, ResponderId who, String key) {
    var sent = new Sent(option.service(), Sent.TEXT, who.value(), clock.instant(), key);
    referrals.change(
        contact,
        new By(who, false),
        state ->
            state
                .find(referral)
                .filter(one -> one.sent().stream().noneMatch(time -> time.key().equals(key)))
                .map(one -> written(one.with(sent), Change.Mail.AS_IT_IS))
                .orElseGet(Change.NotThere::new));
  }

  /// What may be said to the service by phone now.
  public Sending phone(
      ContactId contact, ResponderId who, String referral, ServiceId service, Why why) {
    return through(
        new Asked(contact, referral, service, why), who, Method.By.PHONE, Sending.Say::new);
  }

  /// A link for the service, to be given to it by whatever way.
  public Sending link(ContactId contact, ResponderId who, String referral, ServiceId service) {
    var link = new ServiceLink(keys.line(), contact, referral, service);
    return through(
        link.asked(),
        who,
        Method.By.LINK,
        (leave, _) -> {
          var made = links.make(link, leave);
          return new Sending.Linked(made.address(), made.until());
        });
  }

  /// An e-mail with such a link, to the address that the directory has.
  public Sending mail(ContactId contact, ResponderId who, String referral, ServiceId service) {
    if (!mailing) {
      return new Sending.No("No e-mail can be sent from here: an administrator has to set it up.");
    }
    var asked = new ServiceLink(keys.line(), contact, referral, service).asked();
    return through(asked, who, Method.By.EMAIL, (_, _) -> new Sending.Mailed());
  }

  /// What the gate let through, for what was noted.
  private record Through(Disclosure leave, Option option) {}

  private Sending through(
      Asked asked, ResponderId who, Method.By way, BiFunction<Disclosure, Option, Sending> told) {
    var passed = new AtomicReference<@Nullable Through>();
    var done =
        referrals.change(
            asked.contact(),
            new By(who, false),
            state ->
                state
                    .find(asked.referral())
                    .map(one ->
                        one.option(asked.service())
                            .map(option -> opened(asked, one, option, who, way, passed))
                            .orElse(new Change.Refused(NOT_OFFERED)))
                    .orElseGet(Change.NotThere::new));
    return switch (done) {
      case Done.No(var reason) -> new Sending.No(reason);
      case Done.NotThere() -> new Sending.NotThere();
      case Done.Yes _ -> {
        var through = Objects.requireNonNull(passed.get());
        yield told.apply(through.leave(), through.option());
      }
    };
  }

  private Change opened(
      Asked asked,
      Referral one,
      Option option,
      ResponderId who,
      Method.By way,
      AtomicReference<@Nullable Through> passed) {
    boolean mail = way == Method.By.EMAIL;
    if (mail && !takesMail(option)) {
      return new Change.Refused("The directory has no e-mail address for this service.");
    }
    return switch (gate.open(asked)) {
      case Passage.Closed(var reason) -> new Change.Refused(reason);
      case Disclosure leave -> {
        passed.set(new Through(leave, option));
        yield written(
            one.with(new Sent(option.service(), way.word(), who.value(), clock.instant(), "")),
            mail ? Change.Mail.QUEUE : Change.Mail.AS_IT_IS);
      }
    };
  }

  private static boolean takesMail(Option option) {
    return option.method().by() == Method.By.EMAIL && option.method().to().contains("@");
  }

  private static Change written(Referral to, Change.Mail mail) {
    return new Change.Written(to, mail, Optional.empty(), "sent");
  }
}
