package org.havenline.routingconfig.staff;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// A member of staff as the table describes her; passwords are elsewhere.
///
/// @param name as colleagues see it, never the person who asks for help
/// @param skills what she is trained for, with her level
/// @param capacity how many conversations at once on each channel; none where a channel is missing
/// @param attributes by which a `choice` may tell her from others: texts, `Double`s, `Boolean`s and
///   lists of them
/// @param gender empty when not given; a wish for a woman or a man then never reaches her
/// @param phone where she is rung for calls, and paged when on call if it is a number; without one
///   she is asked about no calls
/// @param communities ids of small communities she belongs to
public record Responder(
    String id,
    String name,
    Set<Role> roles,
    Map<String, LanguageLevel> languages,
    Map<String, Integer> skills,
    Map<Channel, Integer> capacity,
    Optional<Gender> gender,
    Optional<Phone> phone,
    Map<String, Object> attributes,
    Set<String> communities) {

  private static final int MOST_AT_ONCE = 20;

  public Responder {
    languages = Map.copyOf(languages);
    skills = Map.copyOf(skills);
    capacity = Map.copyOf(capacity);
    attributes = Map.copyOf(attributes);
    communities = Set.copyOf(communities);
  }

  public static Responder read(Fields fields) {
    var responder =
        new Responder(
            fields.required("id").map(v -> v.declares("responder")).orElse(""),
            fields.text("name"),
            fields.required("roles").map(v -> v.words(Role.class)).orElse(Set.of()),
            fields.optional("languages").map(LanguageLevel::each).orElse(Map.of()),
            fields.optional("skills").map(Skill::levels).orElse(Map.of()),
            fields.optional("capacity").map(Responder::capacity).orElse(Map.of()),
            fields.optional("gender").flatMap(v -> v.word(Gender.class)),
            fields.optional("phone").map(Phone::read),
            fields.optional("attributes").map(Responder::attributes).orElse(Map.of()),
            fields.optional("communities").map(Value::list).orElse(List.of()).stream()
                .map(v -> v.refersTo("community"))
                .collect(Collectors.toUnmodifiableSet()));
    if (responder.roles().isEmpty()) {
      fields.at().fault("'" + responder.id() + "' has no role", "Add one to 'roles'");
    }
    if (responder.roles().contains(Role.RESPONDER)
        && (responder.languages().isEmpty() || responder.capacity().isEmpty())) {
      fields
          .at()
          .fault(
              "'" + responder.id() + "' answers contacts but has no languages or no capacity",
              "Add both, or remove the role responder");
    }
    return responder;
  }

  /// The number of her telephone, where texts reach her too.
  public Optional<String> number() {
    return phone.flatMap(
        one -> one instanceof Phone.Telephone(var number) ? Optional.of(number) : Optional.empty());
  }

  /// Whether calls ring at the console.
  public boolean answersInTheBrowser() {
    return phone.filter(Phone.Browser.class::isInstance).isPresent();
  }

  /// The same with room for these conversations only.
  public Responder able(Map<Channel, Integer> only) {
    return new Responder(
        id, name, roles, languages, skills, only, gender, phone, attributes, communities);
  }

  private static Map<String, Object> attributes(Value value) {
    var all = new HashMap<String, Object>();
    value.entries().forEach((name, is) -> is.plain().ifPresent(it -> all.put(name.text(), it)));
    return all;
  }

  private static Map<Channel, Integer> capacity(Value value) {
    var all = new EnumMap<Channel, Integer>(Channel.class);
    value
        .entries()
        .forEach((channel, most) ->
            channel
                .word(Channel.class)
                .ifPresent(known -> all.put(known, most.whole(0, MOST_AT_ONCE))));
    return all;
  }

  @Override
  public String toString() {
    return "Responder[" + id + "]";
  }
}
