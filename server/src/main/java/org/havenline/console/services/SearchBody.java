package org.havenline.console.services;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.eligibility.Answer;
import org.havenline.referral.eligibility.Child;
import org.havenline.referral.eligibility.Condition;
import org.havenline.referral.eligibility.Exploitation;
import org.havenline.referral.eligibility.Gender;
import org.havenline.referral.eligibility.Need;
import org.havenline.referral.eligibility.Person;
import org.havenline.referral.search.ask.Circle;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Speech;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.What;
import org.havenline.referral.search.ask.When;
import org.havenline.referral.search.ask.Where;

/// A search as the contract has it: every field may be missing.
final class SearchBody {
  private final JsonObject body;

  private SearchBody(JsonObject body) {
    this.body = body;
  }

  /// @throws IllegalArgumentException what is wrong, for people
  static Search of(JsonObject body, Instant now) {
    return new SearchBody(body).search(now);
  }

  private Search search(Instant now) {
    Set<ServiceKind> kinds = set("kinds", ServiceKind::new);
    return new Search(
        new What(body.getString("text", ""), kinds, ""),
        person(),
        new Where(
            Optional.ofNullable(body.getJsonObject("near")).map(SearchBody::circle),
            true,
            objects("avoid").map(SearchBody::circle).toList()),
        new Speech(set("languages", Function.identity()), true),
        body.getBoolean("open", false) ? When.open(now) : When.any(now),
        body.getBoolean("unvetted", false) ? Viewer.RESPONDER : Viewer.PERSON,
        body.getInteger("limit", 10));
  }

  private Person person() {
    Integer age = body.getInteger("age");
    return new Person(
        Optional.ofNullable(body.getString("gender")).map(one -> named(Gender.class, one)),
        body.getBoolean("trans", false) ? Answer.YES : Answer.NOT_SAID,
        age == null ? OptionalInt.empty() : OptionalInt.of(age),
        objects("children").map(SearchBody::child).toList(),
        set("needs", one -> named(Need.class, one)),
        set("exploitation", one -> named(Exploitation.class, one)),
        set("cannotMeet", one -> named(Condition.class, one)));
  }

  private static Child child(JsonObject child) {
    return new Child(named(Gender.class, child.getString("gender")), child.getInteger("age"));
  }

  private static Circle circle(JsonObject circle) {
    return new Circle(
        new Point(circle.getDouble("latitude"), circle.getDouble("longitude")),
        circle.getDouble("km"));
  }

  private Stream<JsonObject> objects(String name) {
    return list(name).stream().map(JsonObject.class::cast);
  }

  private <T> Set<T> set(String name, Function<String, T> read) {
    return list(name).stream()
        .map(Object::toString)
        .map(read)
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<?> list(String name) {
    return body.getJsonArray(name, new JsonArray()).stream().toList();
  }

  /// `police-report` as `POLICE_REPORT`.
  private static <E extends Enum<E>> E named(Class<E> kind, String text) {
    return Enum.valueOf(kind, text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
