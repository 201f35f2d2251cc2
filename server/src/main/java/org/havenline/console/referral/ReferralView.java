package org.havenline.console.referral;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import org.havenline.referral.consent.Consent;
import org.havenline.referral.consent.Disclosure;
import org.havenline.referral.consent.How;
import org.havenline.referral.consent.Told;
import org.havenline.referral.deeds.FollowUps;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.given.Option;
import org.havenline.referral.given.Outcome;
import org.havenline.referral.given.Referral;

/// A referral as the API shows it, to who may see it.
final class ReferralView {
  private ReferralView() {}

  static JsonObject of(Referral one, Instant now) {
    var options = new JsonArray();
    one.options().forEach(option -> options.add(option(option)));
    var sent = new JsonArray();
    one.sent()
        .forEach(time ->
            sent.add(
                new JsonObject()
                    .put("service", time.service().value())
                    .put("way", time.way())
                    .put("by", time.by())
                    .put("at", time.at().toString())));
    var needs = new JsonArray();
    one.needs().stream().map(ServiceKind::code).forEach(needs::add);
    var view =
        new JsonObject()
            .put("id", one.id())
            .put("madeAt", one.made().toString())
            .put("options", options)
            .put("needs", needs)
            .put("told", told(one.told()))
            .put("sent", sent);
    one.consent().ifPresent(consent -> view.put("consent", consent(consent, now)));
    one.outcome().ifPresent(outcome -> view.put("outcome", outcome(outcome)));
    one.followUp()
        .ifPresent(next ->
            view.put(
                "followUp",
                new JsonObject()
                    .put("at", next.at().toString())
                    .put("with", next.withPerson() ? "person" : "service")));
    if (!one.mail().isEmpty()) {
      view.put("mail", one.mail());
    }
    return view;
  }

  static JsonObject told(Map<Told, String> fields) {
    var told = new JsonObject();
    fields.forEach((field, value) -> told.put(field.word(), value));
    return told;
  }

  private static JsonObject option(Option option) {
    return new JsonObject()
        .put("service", option.service().value())
        .put("name", option.name())
        .put("organization", option.organization())
        .put("place", option.place())
        .put("phone", option.phone())
        .put("confidential", option.confidential())
        .put(
            "method",
            new JsonObject()
                .put("by", option.method().by().word())
                .put("to", option.method().to())
                .put("notes", option.method().notes()));
  }

  private static JsonObject consent(Consent consent, Instant now) {
    var fields = new JsonArray();
    consent.fields().stream().sorted().map(Told::word).forEach(fields::add);
    var view =
        new JsonObject()
            .put("service", consent.service().value())
            .put("purpose", consent.why().word())
            .put("fields", fields)
            .put("givenAt", consent.given().toString())
            .put("until", consent.until().toString())
            .put("notedBy", consent.notedBy().value())
            .put("inForce", consent.revoked().isEmpty() && now.isBefore(consent.until()));
    if (consent.how() instanceof How.Written(var message)) {
      view.put("message", message.value());
    }
    consent.revoked().ifPresent(at -> view.put("revokedAt", at.toString()));
    return view;
  }

  private static JsonObject outcome(Outcome outcome) {
    return new JsonObject()
        .put("outcome", outcome.kind().word())
        .put("reason", outcome.reason())
        .put("by", outcome.by())
        .put("at", outcome.at().toString());
  }

  /// What may be said by phone.
  static JsonObject say(Disclosure leave, Option option) {
    return new JsonObject()
        .put("say", told(leave.fields()))
        .put("until", leave.until().toString())
        .put("to", option(option));
  }

  static JsonObject of(FollowUps.Entry entry, Instant now) {
    return new JsonObject()
        .put("contact", entry.contact().id().value())
        .put("person", entry.contact().label())
        .put("referral", of(entry.referral(), now))
        .put("at", entry.at().toString())
        .put("due", entry.due())
        .put("safeNow", entry.safe());
  }
}
