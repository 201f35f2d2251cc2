package org.havenline.channel.webchat.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.havenline.console.page.Chromium;
import org.havenline.testing.HandClock;
import org.havenline.testing.RealRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The real page while the servers behind it end, start and take over from each other.
/// `-Dhavenline.changes=100` changes as often, `-Dhavenline.kills=true` kills real processes, and
/// `-Dhavenline.seed` names the moments.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// Of a page in which a fault was put.
  private static final Duration SHORT = Duration.ofSeconds(2);

  private static final Path SHIPPED = Path.of("..", "routing-config");

  private static final int MOST_PIECES = 120;

  /// So that a slow machine makes nobody late; with `havenline.kills` nobody looks at it.
  private final HandClock clock = HandClock.atNoon();

  private RealRedis redis;
  private Switch way;
  private Node serving;
  private Node other;
  private Chromium chromium;
  private String password;

  @BeforeAll
  void start() throws IOException {
    redis = RealRedis.durable(RealRedis.Version.SYSTEM);
    way = new Switch();
    var settings =
        Map.of(
            "HAVENLINE_PUBLIC_URL", way.url().toString(),
            "HAVENLINE_ROUTING_CONFIG", fewRules().toString(),
            "HAVENLINE_REDIS_URL", redis.address().uri().toString());
    serving = new Node(clock, settings).start();
    other = new Node(clock, settings).withKeysOf(serving).start();
    password = serving.password("lucia");
    chromium = new Chromium();
  }

  /// The shipped tables, with the risk rules of one language: a server that is closed reads the
  /// rest of its rules first.
  private static Path fewRules() throws IOException {
    var folder = Files.createTempDirectory("havenline-tables");
    var risk = Files.createDirectory(folder.resolve("risk"));
    try (var tables = Files.list(SHIPPED.resolve("tables"))) {
      for (var one : tables.toList()) {
        Files.copy(one, folder.resolve(one.getFileName()));
      }
    }
    for (var one : List.of("levels.yaml", "es.yaml")) {
      Files.copy(SHIPPED.resolve("risk").resolve(one), risk.resolve(one));
    }
    return folder;
  }

  @AfterAll
  void stop() {
    chromium.close();
    serving.close();
    other.close();
    way.close();
    redis.close();
  }

  /// She and the desk write while it is changed so often; says what is wrong at the end.
  private List<String> wrongAfter(int changes, Duration longest, UnaryOperator<String> planted) {
    long seed = Long.getLong("havenline.seed", System.nanoTime());
    System.out.println(changes + " changes, seed " + seed);
    var random = new SplittableRandom(seed);
    way.turnTo(serving.port());
    var desk = new Desk(way.url(), "lucia", password);
    try (var context =
        chromium.browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
      var page = open(context, planted);
      var hers = new ArrayList<String>();
      says(page, hers);
      desk.accepts();
      for (int i = 0; i < changes; i++) {
        way.cutAfter(1 + random.nextInt(MOST_PIECES));
        while (!way.isCut()) {
          if (random.nextInt(4) == 0) {
            says(page, hers);
          }
          if (random.nextInt(4) == 0) {
            desk.writes("vuestro " + desk.written().size());
          }
          desk.triesAgain();
          goesOn(page);
        }
        says(page, hers);
        change(random.nextInt(3));
      }
      return wrong(page, longest, hers, desk);
    }
  }

  private Page open(BrowserContext context, UnaryOperator<String> planted) {
    var page = context.newPage();
    page.route("**/?l=es", route -> plant(route, planted));
    page.clock().install(); // so that nobody waits for the waits between tries
    page.navigate(way.url() + "/?l=es");
    page.locator("#start button").click();
    return page;
  }

  private static void plant(Route route, UnaryOperator<String> planted) {
    var whole = route.fetch();
    route.fulfill(
        new Route.FulfillOptions().setResponse(whole).setBody(planted.apply(whole.text())));
  }

  private static void says(Page page, List<String> hers) {
    hers.add("mío " + hers.size());
    page.locator("#box").fill(hers.getLast());
    page.locator("#send .key").click();
  }

  /// Lets a second pass for the servers, and a minute for the page.
  private void goesOn(Page page) {
    clock.move(Duration.ofSeconds(1));
    page.clock().fastForward(60_000);
    page.waitForTimeout(5);
  }

  private void change(int how) {
    switch (how) {
      case 0 -> {
        serving.close();
        serving.start();
        way.turnTo(serving.port());
      }
      case 1 -> {
        serving.close();
        takeOver();
        other.start();
      }
      default -> takeOver();
    }
  }

  private void takeOver() {
    var before = serving;
    serving = other;
    other = before;
    way.turnTo(serving.port());
  }

  private List<String> wrong(Page page, Duration longest, List<String> hers, Desk desk) {
    int count = hers.size() + desk.written().size();
    var patience = System.nanoTime() + longest.toNanos();
    while (!(desk.triesAgain() && settled(page, desk.reads(), count))
        && System.nanoTime() < patience) {
      goesOn(page);
    }
    var kept = desk.reads();
    var wrong = new ArrayList<String>();
    if (!of("mío", kept).equals(hers)) {
      wrong.add("the server has of hers " + of("mío", kept));
    }
    if (!of("vuestro", kept).equals(desk.written())) {
      wrong.add("the server has of the desk " + of("vuestro", kept));
    }
    if (!shown(page).equals(kept)) {
      wrong.add("she sees " + shown(page) + " of " + kept);
    }
    if (!saidOfHers(page).equals(Set.of("Recibido"))) {
      wrong.add("of hers is said " + saidOfHers(page));
    }
    return wrong;
  }

  private static boolean settled(Page page, List<String> kept, int count) {
    return kept.size() >= count && shown(page).equals(kept) && saidOfHers(page).size() == 1;
  }

  private static List<String> shown(Page page) {
    return page.locator("#log p").allTextContents();
  }

  /// What her messages are said to be: sending, arrived, not sent.
  private static Set<String> saidOfHers(Page page) {
    return Set.copyOf(page.locator("#log .mine .sent").allTextContents());
  }

  private static List<String> of(String whom, List<String> texts) {
    return texts.stream().filter(text -> text.startsWith(whom)).toList();
  }

  @Test
  void nothingIsLostOrDoubledAndTheOrderStaysWhoeverServes() {
    assertThat(wrongAfter(Integer.getInteger("havenline.changes", 4), PATIENCE, page -> page))
        .isEmpty();
  }

  @Test
  void aPageThatGivesUpIsCaught() {
    assertThat(wrongAfter(1, SHORT, html -> html.replace("timer = setTimeout(go", "timer = (0")))
        .isNotEmpty();
  }
}
