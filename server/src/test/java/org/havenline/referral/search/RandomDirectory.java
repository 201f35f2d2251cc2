package org.havenline.referral.search;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.Standing.Status;
import org.havenline.referral.directory.Standing.Vetting;
import org.havenline.referral.eligibility.Answer;
import org.havenline.referral.eligibility.Child;
import org.havenline.referral.eligibility.Children;
import org.havenline.referral.eligibility.Condition;
import org.havenline.referral.eligibility.Eligibility;
import org.havenline.referral.eligibility.Exploitation;
import org.havenline.referral.eligibility.Gender;
import org.havenline.referral.eligibility.Need;
import org.havenline.referral.eligibility.Person;
import org.havenline.referral.hsds.Grid;

/// Services and persons by chance, with every limit that there is; the same for the same seed.
public final class RandomDirectory {
  public static final double SOUTH = 48;
  public static final double WEST = 9;
  private static final List<String> LANGUAGES = List.of("en", "ti", "ar", "uk", "vi", "fr");
  private static final List<String> KINDS =
      List.of("shelter.emergency", "shelter.longer", "legal.advice", "health", "food", "work");
  private static final List<String> SYLLABLES =
      List.of("ba", "den", "fol", "gri", "hu", "kel", "lo", "mar", "nis", "po", "rut", "sa", "ten");

  /// Few words are frequent and thousands are rare, as in any language.
  private static final int WORDS = 8_000;

  private final SplittableRandom random;

  public RandomDirectory(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public List<ServiceAtLocation> services(int count) {
    return IntStream.range(0, count).mapToObj(this::service).toList();
  }

  public ServiceAtLocation service(int number) {
    Made made =
        Made.service("s" + number)
            .by(words(2) + " " + number % 5_000)
            .named(words(3))
            .about(words(25))
            .remarks(words(10))
            .kind(KINDS.get(random.nextInt(KINDS.size())))
            .at(place())
            .takes(eligibility())
            .status(one(20) ? Status.INACTIVE : Status.ACTIVE)
            .vetting(one(10) ? Vetting.NOT_VETTED : one(30) ? Vetting.BARRED : Vetting.VETTED);
    if (!one(3)) {
      made.speaks(some(LANGUAGES, 3)).interprets(some(LANGUAGES, 4));
    }
    if (!one(4)) {
      int opens = 6 + random.nextInt(8);
      made.open("%02d:00".formatted(opens), "%02d:30".formatted(opens + 2 + random.nextInt(8)));
    }
    if (one(3)) {
      made.free(random.nextInt(6), Made.NOW.minus(Duration.ofHours(random.nextInt(100))));
    }
    if (one(2)) {
      made.checked(LocalDate.ofInstant(Made.NOW, ZoneOffset.UTC).minusDays(random.nextInt(700)));
    }
    return made.made();
  }

  public Person person() {
    return new Person(
        one(3) ? Optional.empty() : Optional.of(pick(Gender.values())),
        pick(Answer.values()),
        one(3) ? OptionalInt.empty() : OptionalInt.of(random.nextInt(90)),
        one(2) ? List.of() : Stream.generate(this::child).limit(random.nextInt(5)).toList(),
        one(2) ? Set.of() : someOf(Need.class, 8),
        one(2) ? Set.of() : someOf(Exploitation.class, 4),
        one(2) ? Set.of() : someOf(Condition.class, 6));
  }

  private Child child() {
    return new Child(pick(Gender.values()), random.nextInt(18));
  }

  private Eligibility eligibility() {
    Map<Need, Answer> needs = new EnumMap<>(Need.class);
    someOf(Need.class, 2).forEach(need -> needs.put(need, pick(Answer.values())));
    return new Eligibility(
        one(2) ? Set.of() : someOf(Gender.class, 2),
        pick(Answer.values()),
        one(2) ? OptionalInt.empty() : OptionalInt.of(12 + random.nextInt(15)),
        one(2) ? OptionalInt.empty() : OptionalInt.of(17 + random.nextInt(60)),
        new Children(pick(Answer.values()), limit(17), limit(17), limit(5)),
        needs,
        one(2) ? Set.of() : someOf(Exploitation.class, 3),
        one(2) ? Set.of() : someOf(Condition.class, 5));
  }

  private Place place() {
    if (one(10)) {
      return new Place.Remote();
    }
    if (one(20)) {
      return new Place.NotSaid();
    }
    Point point = point();
    return one(8) ? Grid.area(point, "") : new Place.At(point, "1 Main Street, Town", "Town");
  }

  public Point point() {
    return new Point(SOUTH + random.nextDouble() * 2, WEST + random.nextDouble() * 3);
  }

  public String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < count; at++) {
      text.append(at == 0 ? "" : " ").append(word());
    }
    return text.toString();
  }

  public String word() {
    StringBuilder word = new StringBuilder();
    double chance = random.nextDouble();
    int left = (int) (WORDS * chance * chance * chance) + 20;
    while (left > 0) {
      word.append(SYLLABLES.get(left % SYLLABLES.size()));
      left /= SYLLABLES.size();
    }
    return word.toString();
  }

  private String[] some(List<String> all, int oneIn) {
    return all.stream().filter(any -> one(oneIn)).toArray(String[]::new);
  }

  private OptionalInt limit(int most) {
    return one(2) ? OptionalInt.empty() : OptionalInt.of(random.nextInt(most + 1));
  }

  private <E extends Enum<E>> Set<E> someOf(Class<E> type, int oneIn) {
    Set<E> some = EnumSet.allOf(type);
    some.removeIf(any -> !one(oneIn));
    return some;
  }

  private <E> E pick(E[] all) {
    return all[random.nextInt(all.length)];
  }

  /// True once in so many times.
  public boolean one(int in) {
    return random.nextInt(in) == 0;
  }
}
