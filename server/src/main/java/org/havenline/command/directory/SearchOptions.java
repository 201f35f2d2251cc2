package org.havenline.command.directory;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.eligibility.Answer;
import org.havenline.referral.eligibility.Child;
import org.havenline.referral.eligibility.Condition;
import org.havenline.referral.eligibility.Exploitation;
import org.havenline.referral.eligibility.Gender;
import org.havenline.referral.eligibility.Need;
import org.havenline.referral.eligibility.Person;
import org.havenline.referral.said.Words;
import org.havenline.referral.search.ask.Circle;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Speech;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.What;
import org.havenline.referral.search.ask.When;
import org.havenline.referral.search.ask.Where;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// One search, as it is typed.
final class SearchOptions {
  @Parameters(arity = "0..*", paramLabel = "TEXT", description = "words in any language")
  private List<String> text = List.of();

  @Option(names = "--kind", paramLabel = "KIND", description = "such as shelter; may be repeated")
  private List<String> kinds = List.of();

  @Option(names = "--gender", paramLabel = "woman|man|non-binary")
  private @Nullable String gender;

  @Option(names = "--trans", description = "she says she is trans")
  private boolean trans;

  @Option(names = "--age", paramLabel = "YEARS")
  private @Nullable Integer age;

  @Option(names = "--child", paramLabel = "boy|girl|child:AGE", description = "who comes along")
  private List<String> children = List.of();

  @Option(
      names = "--need",
      paramLabel = "NEED",
      description = "what the place must be able to receive, such as wheelchair, pregnancy or pet")
  private List<String> needs = List.of();

  @Option(names = "--exploitation", paramLabel = "FORM", description = "such as sexual or labour")
  private List<String> exploitation = List.of();

  @Option(
      names = "--cannot-meet",
      paramLabel = "CONDITION",
      description = "papers, police-report, cooperation, fee or residence")
  private List<String> cannotMeet = List.of();

  @Option(names = "--near", paramLabel = "LAT,LON", description = "such as 52.52,13.40")
  private @Nullable String near;

  @Option(names = "--km", paramLabel = "N", description = "how far at most; default: 25")
  private String km = "25";

  @Option(
      names = "--not-near",
      paramLabel = "LAT,LON,KM",
      description = "where she must not be seen")
  private List<String> avoid = List.of();

  @Option(names = "--language", paramLabel = "CODE", description = "such as ti; any is enough")
  private Set<String> languages = Set.of();

  @Option(names = "--open", description = "only what is open, or does not say")
  private boolean open;

  @Option(names = "--at", paramLabel = "2026-11-29T22:00Z", description = "default: now")
  private @Nullable String at;

  @Option(
      names = "--zone",
      description = "of opening hours that name none, and of the times shown; default: UTC")
  private ZoneId zone = ZoneOffset.UTC;

  @Option(names = "--limit", paramLabel = "N", description = "1 to 50; default: 10")
  private int limit = 10;

  ZoneId zone() {
    return zone;
  }

  /// @param known the codes of all kinds
  /// @throws IllegalArgumentException what is wrong, for people
  Search search(Set<String> known, InstantSource clock) {
    for (String kind : kinds) {
      if (!known.contains(kind)) {
        throw new IllegalArgumentException(
            "There is no kind \"%s\". There are: %s"
                .formatted(kind, known.stream().sorted().collect(Collectors.joining(", "))));
      }
    }
    Set<ServiceKind> wanted = kinds.stream().map(ServiceKind::new).collect(Collectors.toSet());
    return new Search(
        new What(String.join(" ", text), wanted, ""),
        person(),
        new Where(
            Optional.ofNullable(near).map(place -> Circle.read(place, km)),
            true,
            avoid.stream().map(SearchOptions::avoided).toList()),
        new Speech(languages, true),
        open ? When.open(moment(clock)) : When.any(moment(clock)),
        Viewer.RESPONDER,
        limit);
  }

  private Person person() {
    return new Person(
        Optional.ofNullable(gender).map(one -> named(Gender.class, one)),
        trans ? Answer.YES : Answer.NOT_SAID,
        age == null ? OptionalInt.empty() : OptionalInt.of(age),
        children.stream().map(SearchOptions::child).toList(),
        all(Need.class, needs),
        all(Exploitation.class, exploitation),
        all(Condition.class, cannotMeet));
  }

  private Instant moment(InstantSource clock) {
    return Optional.ofNullable(at).map(SearchOptions::moment).orElseGet(clock::instant);
  }

  private static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--at is a moment with its offset, such as 2026-11-29T22:00Z, not " + text, e);
    }
  }

  private static Circle avoided(String text) {
    int comma = text.lastIndexOf(',');
    if (comma < 0) {
      throw new IllegalArgumentException("--not-near is LAT,LON,KM, such as 52.52,13.40,5");
    }
    return Circle.read(text.substring(0, comma), text.substring(comma + 1));
  }

  private static Child child(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 2 || !parts[1].matches("\\d{1,2}")) {
      throw new IllegalArgumentException("--child is boy:14, girl:3 or child:7, not " + text);
    }
    Gender gender =
        switch (parts[0]) {
          case "boy" -> Gender.MAN;
          case "girl" -> Gender.WOMAN;
          case "child" -> Gender.NON_BINARY;
          default ->
              throw new IllegalArgumentException("--child is a boy, girl or child, not " + text);
        };
    return new Child(gender, Integer.parseInt(parts[1]));
  }

  private static <E extends Enum<E>> Set<E> all(Class<E> kind, List<String> texts) {
    Set<E> all = new HashSet<>();
    texts.forEach(text -> all.add(named(kind, text)));
    return all;
  }

  private static <E extends Enum<E>> E named(Class<E> kind, String text) {
    for (E one : kind.getEnumConstants()) {
      if (Words.of(one).replace(' ', '-').equals(text.toLowerCase(Locale.ROOT))) {
        return one;
      }
    }
    throw new IllegalArgumentException(
        "\"%s\" is none of: %s"
            .formatted(
                text,
                Set.of(kind.getEnumConstants()).stream()
                    .map(one -> Words.of(one).replace(' ', '-'))
                    .sorted()
                    .collect(Collectors.joining(", "))));
  }
}
