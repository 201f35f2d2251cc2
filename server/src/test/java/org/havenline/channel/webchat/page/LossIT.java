package org.havenline.channel.webchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.havenline.channel.webchat.page.PlayedServer.Fate;
import org.havenline.console.page.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A chat on a network that breaks. `-Dhavenline.cuts=1000` cuts as often; `-Dhavenline.seed` names
/// where.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LossIT {
  /// Of a page that stands still.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// Of one in which a fault was put.
  private static final Duration SHORT = Duration.ofSeconds(3);

  private static final List<Fate> FATES = List.of(Fate.values());

  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  private Visit visit(UnaryOperator<String> planted) {
    var visit = new Visit(chromium.browser, new Browser.NewContextOptions().setBypassCSP(true));
    visit.chat.planted = planted;
    visit.page.clock().install(); // so that nobody waits for the waits between tries
    return visit.open("l=en").start();
  }

  /// Cuts `cuts` requests of both directions, while both write, and says what is wrong at the end.
  private List<String> wrongAfter(int cuts, Duration longest, UnaryOperator<String> planted) {
    long seed = Long.getLong("havenline.seed", 6);
    System.out.println(cuts + " cuts, seed " + seed);
    var random = new SplittableRandom(seed);
    var left = new AtomicInteger(cuts);
    try (var visit = visit(planted)) {
      var hers = new ArrayList<String>();
      var theirs = new ArrayList<String>();
      visit.chat.fate = _ -> cut(random, left);
      var patience = System.nanoTime() + longest.multipliedBy(1 + cuts / 100).toNanos();
      while (left.get() > 0 && System.nanoTime() < patience) {
        if (hers.size() * 8 < cuts - left.get() + 8) {
          hers.add("hers " + hers.size());
          visit.say(hers.getLast());
          theirs.add("theirs " + theirs.size());
          visit.chat.write(theirs.getLast());
        }
        visit.page.clock().fastForward(60_000);
        visit.page.waitForTimeout(5);
      }
      return wrong(visit, longest, hers, theirs);
    }
  }

  private static Fate cut(RandomGenerator random, AtomicInteger left) {
    synchronized (random) {
      var fate = FATES.get(random.nextInt(FATES.size()));
      return fate == Fate.ANSWERED || left.getAndDecrement() <= 0 ? Fate.ANSWERED : fate;
    }
  }

  private static List<String> wrong(
      Visit visit, Duration longest, List<String> hers, List<String> theirs) {
    var wrong = new ArrayList<String>();
    var patience = System.nanoTime() + longest.toNanos();
    while (!settled(visit, hers.size() + theirs.size()) && System.nanoTime() < patience) {
      visit.page.clock().fastForward(60_000);
      visit.page.waitForTimeout(20);
    }
    var kept = visit.chat.entries.stream().map(PlayedServer.Entry::text).toList();
    if (!of("hers", kept).equals(hers)) {
      wrong.add("the server has of hers " + of("hers", kept));
    }
    var shown = visit.page.locator("#log p").allTextContents();
    if (!shown.equals(kept)) {
      wrong.add("she sees " + shown + " of " + kept);
    }
    if (visit.page.locator("#log .late").count() > 0) {
      wrong.add("something is said not to be sent");
    }
    wrong.addAll(visit.faults());
    return wrong;
  }

  private static boolean settled(Visit visit, int count) {
    return visit.page.locator("#log p").count() >= count
        && visit.page.locator("#log .mine .sent").allTextContents().stream()
            .allMatch("Arrived"::equals);
  }

  private static List<String> of(String whom, List<String> texts) {
    return texts.stream().filter(text -> text.startsWith(whom)).toList();
  }

  @Test
  void nothingIsLostOrDoubledAndTheOrderStaysWhereverItIsCut() {
    assertThat(
            wrongAfter(
                Integer.getInteger("havenline.cuts", 60), PATIENCE, UnaryOperator.identity()))
        .isEmpty();
  }

  @Test
  void aPageThatForgetsTheKeyOrGivesUpIsCaught() {
    assertThat(wrongAfter(30, SHORT, html -> html.replace("key: waiting[0].key", "key: key()")))
        .isNotEmpty();
    assertThat(wrongAfter(5, SHORT, html -> html.replace("timer = setTimeout(go", "timer = (0")))
        .isNotEmpty();
  }

  @Test
  void sheIsToldTheTruthAndMayAlwaysWrite() {
    try (var visit = visit(UnaryOperator.identity())) {
      var page = visit.page;
      visit.chat.fate = call -> call.endsWith("/say") ? Fate.LOST : Fate.ANSWERED;
      visit.say("one");
      var sent = page.locator("#log .mine .sent");
      assertThat(sent.first()).hasText("Not sent yet. We keep trying.");
      assertThat(page.locator("#state")).containsText("No connection.");
      assertThat(page.locator("#box")).isEditable();
      visit.say("two");
      visit.chat.write("three");
      assertThat(page.locator("#log p")).hasText(new String[] {"three", "one", "two"});
      visit.chat.fate = _ -> Fate.ANSWERED;
      page.locator("#log .mine button").first().click();
      assertThat(sent).hasText(new String[] {"Arrived", "Arrived"});
      assertThat(page.locator("#log .mine button").first()).isHidden();
      assertThat(page.locator("#state")).isEmpty();
    }
  }

  @Test
  void whatCameTooLateForAChatIsInTheBoxAgain() {
    try (var visit = visit(UnaryOperator.identity())) {
      var page = visit.page;
      visit.chat.fate = call -> call.endsWith("/say") ? Fate.LOST : Fate.ANSWERED;
      visit.say("one");
      visit.say("two");
      page.locator("#box").fill("three");
      visit.chat.say("over", 0, false);
      assertThat(page.locator("#state")).hasText("This chat is over.");
      assertThat(page.locator("#box")).hasValue("one\ntwo\nthree");
      assertThat(page.locator("#send")).isHidden();
      visit.chat.fate = _ -> Fate.ANSWERED;
      visit.chat.say("new", 0, false);
      page.locator("#again").click();
      assertThat(page.locator("#box")).hasValue("one\ntwo\nthree");
      page.locator("#send .key").click();
      assertThat(page.locator("#log .mine .sent")).hasText("Arrived");
    }
  }

  @Test
  void whatIsTooLongStaysInTheBox() {
    try (var visit = visit(UnaryOperator.identity())) {
      visit.say("x".repeat(4_001));
      assertThat(visit.page.locator("#state"))
          .hasText("This is too long. Please send it in two parts.");
      assertThat(visit.page.locator("#box")).hasValue("x".repeat(4_001));
      visit.say("x".repeat(4_000));
      assertThat(visit.page.locator("#log .mine .sent")).hasText("Arrived");
      assertThat(visit.page.locator("#state")).isEmpty();
    }
  }

  @Test
  void whenTheNetworkComesBackNothingWaitsForItsTurn() {
    try (var visit = visit(UnaryOperator.identity())) {
      visit.context.setOffline(true);
      visit.say("in the tunnel");
      assertThat(visit.page.locator("#state")).containsText("No connection.");
      visit.context.setOffline(false);
      assertThat(visit.page.locator("#log .mine .sent")).hasText("Arrived");
      assertThat(visit.page.locator("#state")).isEmpty();
    }
  }

  @Test
  void sheIsToldHerPlaceWhoIsThereAndThatNobodyIs() {
    try (var visit = visit(UnaryOperator.identity())) {
      var state = visit.page.locator("#state");
      visit.chat.say("waiting", 2, false);
      assertThat(state)
          .hasText("Someone will answer you here. It may take some time. 2 people are before you.");
      visit.chat.say("waiting", 1_017, false);
      assertThat(state).containsText("1017 people are before you.");
      visit.chat.say("waiting", 0, false);
      assertThat(state).containsText("You are next.");
      visit.chat.say("present", 0, true);
      assertThat(state).hasText("Someone is here for you now.");
      assertThat(visit.page.locator("#typing")).isVisible();
      visit.chat.say("nobody", 0, false);
      assertThat(state).containsText("Nobody is here right now.");
      assertThat(visit.page.locator("#typing")).isHidden();
    }
  }

  @Test
  void sheAsksToBeCalledInHerOwnWordsAndStopsAtOnce() {
    try (var visit = visit(UnaryOperator.identity())) {
      var page = visit.page;
      page.locator("#more").click();
      page.locator("#call").click();
      page.locator("#number").fill("+1 202 555 0101");
      page.locator("#when").fill("after $& nine");
      page.locator("#reach .key").click();
      assertThat(page.locator("#log .mine p"))
          .hasText("Please call me: +1 202 555 0101. after $& nine");
      assertThat(page.locator("#log .mine .sent")).hasText("Arrived");
      assertThat(page.locator("#box")).isFocused();
      page.locator("#more").click();
      page.locator("#stop").click();
      assertThat(page.locator("#log")).isEmpty();
      assertThat(page.locator("#state")).containsText("You stopped.");
      assertThat(page.locator("#again")).isFocused();
      org.havenline.testing.Soon.holds(
          () -> assertThat(visit.chat.asked).contains("POST /chat/stop"));
    }
  }
}
