package org.havenline.referral.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.havenline.contact.MessageId;
import org.havenline.contact.ResponderId;
import org.havenline.referral.consent.Consent;
import org.havenline.referral.consent.How;
import org.havenline.referral.consent.Told;
import org.havenline.referral.consent.Why;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.directory.ServiceKind;

/// A referral as it is stored: JSON, before it is sealed.
final class ReferralText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReferralText() {}

  static String of(Referral one) {
    var node = JSON.createObjectNode().put("made", one.made().toEpochMilli());
    node.put("counted", one.counted());
    var options = node.putArray("options");
    one.options().forEach(option -> write(option, options.addObject()));
    one.needs().forEach(need -> node.withArray("needs").add(need.code()));
    var told = node.putObject("told");
    one.told().forEach((field, value) -> told.put(field.word(), value));
    one.consent().ifPresent(consent -> write(consent, node.putObject("consent")));
    var sent = node.putArray("sent");
    one.sent()
        .forEach(time ->
            sent.addObject()
                .put("service", time.service().value())
                .put("way", time.way())
                .put("by", time.by())
                .put("at", time.at().toEpochMilli())
                .put("key", time.key()));
    one.outcome()
        .ifPresent(outcome ->
            node.putObject("outcome")
                .put("kind", outcome.kind().word())
                .put("reason", outcome.reason())
                .put("by", outcome.by())
                .put("at", outcome.at().toEpochMilli()));
    one.followUp()
        .ifPresent(next ->
            node.putObject("followUp")
                .put("at", next.at().toEpochMilli())
                .put("withPerson", next.withPerson()));
    return node.toString();
  }

  private static void write(Option option, ObjectNode node) {
    node.put("service", option.service().value())
        .put("name", option.name())
        .put("organization", option.organization())
        .put("place", option.place())
        .put("phone", option.phone())
        .put("confidential", option.confidential())
        .put("by", option.method().by().word())
        .put("to", option.method().to())
        .put("notes", option.method().notes());
  }

  private static void write(Consent consent, ObjectNode node) {
    node.put("service", consent.service().value())
        .put("why", consent.why().word())
        .put("given", consent.given().toEpochMilli())
        .put("until", consent.until().toEpochMilli())
        .put("notedBy", consent.notedBy().value());
    var fields = node.putArray("fields");
    consent.fields().stream().sorted().forEach(field -> fields.add(field.word()));
    if (consent.how() instanceof How.Written(var message)) {
      node.put("message", message.value());
    }
    consent.revoked().ifPresent(at -> node.put("revoked", at.toEpochMilli()));
  }

  static Referral parse(String id, String text, String mail) {
    try {
      var node = JSON.readTree(text);
      return new Referral(
          id,
          instant(node, "made"),
          each(node.path("options"), ReferralText::option),
          each(node.path("needs"), need -> new ServiceKind(need.asText())),
          told(node.path("told")),
          some(node, "consent", ReferralText::consent),
          each(node.path("sent"), ReferralText::sent),
          some(node, "outcome", ReferralText::outcome),
          node.path("counted").asBoolean(),
          some(node, "followUp", ReferralText::followUp),
          mail);
    } catch (JsonProcessingException e) {
      // its message would quote what was sealed
      throw new IllegalStateException("a referral is not as it was written");
    }
  }

  private static <T> List<T> each(JsonNode list, Function<JsonNode, T> read) {
    return list.valueStream().map(read).toList();
  }

  private static <T> Optional<T> some(JsonNode node, String name, Function<JsonNode, T> read) {
    return node.has(name) ? Optional.of(read.apply(node.get(name))) : Optional.empty();
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  private static Instant instant(JsonNode node, String name) {
    return Instant.ofEpochMilli(node.path(name).asLong());
  }

  private static ServiceId service(JsonNode node) {
    return new ServiceId(text(node, "service"));
  }

  private static Option option(JsonNode node) {
    return new Option(
        service(node),
        text(node, "name"),
        text(node, "organization"),
        text(node, "place"),
        text(node, "phone"),
        node.path("confidential").asBoolean(true),
        new Method(Method.By.parse(text(node, "by")), text(node, "to"), text(node, "notes")));
  }

  private static Map<Told, String> told(JsonNode node) {
    var told = new EnumMap<Told, String>(Told.class);
    node.properties()
        .forEach(field -> told.put(Told.parse(field.getKey()), field.getValue().asText()));
    return told;
  }

  private static Consent consent(JsonNode node) {
    return new Consent(
        service(node),
        Why.parse(text(node, "why")),
        node.path("fields")
            .valueStream()
            .map(field -> Told.parse(field.asText()))
            .collect(Collectors.toSet()),
        instant(node, "given"),
        instant(node, "until"),
        node.has("message")
            ? new How.Written(new MessageId(text(node, "message")))
            : new How.Spoken(),
        new ResponderId(text(node, "notedBy")),
        node.has("revoked") ? Optional.of(instant(node, "revoked")) : Optional.empty());
  }

  private static Sent sent(JsonNode node) {
    return new Sent(
        service(node), text(node, "way"), text(node, "by"), instant(node, "at"), text(node, "key"));
  }

  private static Outcome outcome(JsonNode node) {
    return new Outcome(
        Outcome.Kind.parse(text(node, "kind")),
        text(node, "reason"),
        text(node, "by"),
        instant(node, "at"));
  }

  private static FollowUp followUp(JsonNode node) {
    return new FollowUp(instant(node, "at"), node.path("withPerson").asBoolean());
  }
}
