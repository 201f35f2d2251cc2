package org.havenline.console.referral;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.havenline.contact.MessageId;
import org.havenline.referral.consent.How;
import org.havenline.referral.consent.Told;
import org.havenline.referral.consent.Why;
import org.havenline.referral.counted.About;
import org.havenline.referral.deeds.Offering;
import org.havenline.referral.deeds.Referring.Agreed;
import org.havenline.referral.deeds.Referring.Offer;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.given.FollowUp;

/// What a body of the API asks for; it is as the contract has it.
final class Asked {
  private Asked() {}

  static Offer offer(JsonObject body) {
    return new Offer(
        objects(body.getJsonArray("options")).stream()
            .map(one ->
                new Offering.Wanted(
                    new ServiceId(one.getString("service")), one.getBoolean("riskChecked", false)))
            .toList(),
        texts(body.getJsonArray("needs", new JsonArray())).stream().map(ServiceKind::new).toList(),
        told(body),
        about(body.getJsonObject("about", new JsonObject())));
  }

  private static About about(JsonObject about) {
    var none = "not-said";
    return new About(
        About.parse(About.Sex.class, about.getString("sex", none)),
        About.parse(About.Age.class, about.getString("age", none)),
        About.parse(About.Nationality.class, about.getString("nationality", none)),
        About.parse(About.Form.class, about.getString("form", none)));
  }

  /// @throws DateTimeParseException when a time is none
  static Agreed agreed(JsonObject body) {
    var message = Optional.ofNullable(body.getString("message"));
    return new Agreed(
        new ServiceId(body.getString("service")),
        why(body),
        texts(body.getJsonArray("fields")).stream()
            .map(Told::parse)
            .collect(Collectors.toUnmodifiableSet()),
        told(body),
        time(body, "until"),
        message.<How>map(id -> new How.Written(new MessageId(id))).orElseGet(How.Spoken::new));
  }

  static Why why(JsonObject body) {
    return Why.parse(body.getString("purpose", Why.HELP.word()));
  }

  /// @throws DateTimeParseException when the time is none
  static Optional<FollowUp> followUp(JsonObject body) {
    return Optional.ofNullable(body.getJsonObject("followUp"))
        .flatMap(next ->
            time(next, "at")
                .map(at -> new FollowUp(at, next.getString("with", "service").equals("person"))));
  }

  /// @throws DateTimeParseException when it is none
  static Optional<Instant> time(JsonObject body, String name) {
    return Optional.ofNullable(body.getString(name))
        .map(text -> OffsetDateTime.parse(text).toInstant());
  }

  private static Map<Told, String> told(JsonObject body) {
    var told = new EnumMap<Told, String>(Told.class);
    body.getJsonObject("told", new JsonObject())
        .forEach(field -> {
          var value = field.getValue().toString().strip();
          if (!value.isEmpty()) {
            told.put(Told.parse(field.getKey()), value);
          }
        });
    return told;
  }

  private static List<JsonObject> objects(JsonArray list) {
    return list.stream().map(JsonObject.class::cast).toList();
  }

  private static List<String> texts(JsonArray list) {
    return list.stream().map(Object::toString).toList();
  }
}
