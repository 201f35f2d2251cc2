package org.havenline.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.search.Made;
import org.havenline.referral.search.RandomDirectory;
import org.havenline.referral.search.ask.Circle;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Speech;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.What;
import org.havenline.referral.search.ask.When;
import org.havenline.referral.search.ask.Where;
import org.havenline.referral.search.index.Source;

/// A made directory, and what responders ask it: a bed tonight, an office near, a name, a few
/// words.
public final class SearchMix {
  public static final int SERVICES = Integer.getInteger("services", 100_000);

  private final RandomDirectory random = new RandomDirectory(2);
  private final SplittableRandom dice = new SplittableRandom(3);

  /// The same each time.
  public static Stream<ServiceAtLocation> services() {
    RandomDirectory random = new RandomDirectory(1);
    return IntStream.range(0, SERVICES).mapToObj(random::service);
  }

  public static Source source() {
    return new Source() {
      @Override
      public String stamp() {
        return "1";
      }

      @Override
      public Stream<ServiceAtLocation> all() {
        return services();
      }
    };
  }

  public List<Search> searches(int many) {
    return Stream.generate(this::search).limit(many).toList();
  }

  private Search search() {
    Search any = Search.all(Viewer.PERSON, Made.NOW);
    Circle near = new Circle(random.point(), 20 + dice.nextInt(60));
    return switch (dice.nextInt(6)) {
      case 0 ->
          any.with(What.kind("shelter.emergency"))
              .with(random.person())
              .with(Where.near(near).notIn(new Circle(random.point(), 10)))
              .with(new Speech(Set.of("ti"), true))
              .with(When.openWithin(Made.NOW, Duration.ofHours(2)));
      case 1 -> any.with(What.words(random.words(3))).with(Where.near(near));
      case 2 -> any.with(What.words(random.words(4))).with(random.person());
      case 3 -> any.with(What.words(random.words(2) + " " + dice.nextInt(5_000)));
      case 4 ->
          any.with(What.kind("legal"))
              .with(new Speech(Set.of("ar", "en"), true))
              .with(Where.near(near));
      default ->
          any.with(new What(random.words(2), What.kind("shelter").kinds(), ""))
              .with(random.person())
              .with(Where.near(near))
              .with(When.open(Made.NOW));
    };
  }
}
