package org.havenline.console.view;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.contact.Contact;
import org.havenline.contact.ResponderId;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.asking.Community;

/// Whom a person wants and does not want, as staff note it.
public final class WishesView {
  private WishesView() {}

  static JsonObject of(Contact.Wishes wishes) {
    var avoided = wishes.avoided();
    return new JsonObject()
        .put(
            "genders",
            sorted(wishes.genders().stream().map(g -> g.name().toLowerCase(Locale.ROOT)).toList()))
        .put("minor", wishes.minor())
        .put(
            "avoid",
            new JsonObject()
                .put(
                    "responders",
                    sorted(avoided.responders().stream().map(ResponderId::value).toList()))
                .put("communities", sorted(avoided.communities())));
  }

  /// @param body as the contract has it
  public static Contact.Wishes read(JsonObject body) {
    var avoid = body.getJsonObject("avoid");
    return new Contact.Wishes(
        words(body, "genders")
            .map(word -> Gender.valueOf(word.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet()),
        body.getBoolean("minor"),
        new Contact.Avoided(
            words(avoid, "responders").map(ResponderId::new).collect(Collectors.toSet()),
            words(avoid, "communities").collect(Collectors.toSet())));
  }

  /// What the tables do not have: a misspelt name would protect nobody.
  public static Optional<String> unknown(Contact.Wishes wishes, RoutingTables tables) {
    var communities =
        tables.communities().stream().map(Community::id).collect(Collectors.toUnmodifiableSet());
    if (!communities.containsAll(wishes.avoided().communities())) {
      return Optional.of("There is no such community.");
    }
    return wishes.avoided().responders().stream()
            .allMatch(id -> tables.responder(id.value()).isPresent())
        ? Optional.empty()
        : Optional.of("There is no such responder.");
  }

  private static Stream<String> words(JsonObject from, String name) {
    return from.getJsonArray(name).stream().map(Object::toString);
  }

  private static JsonArray sorted(Collection<String> words) {
    return new JsonArray(Set.copyOf(words).stream().sorted().toList());
  }
}
