package org.havenline.channel.webchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.havenline.console.page.Chromium;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Getting away from the page, in every way there is. `-Dhavenline.leaving=200` leaves as often by
/// chance; figures are printed, for a slow machine proves nothing about a time.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeavingIT {
  private static final String HERS = "canary of hers";
  private static final String THEIRS = "canary of theirs";
  private static final String DRAFT = "canary not sent";

  /// Tells, from inside, how long after her press nothing could be read any more, and how long
  /// after it the page was gone.
  private static final String WATCH =
      """
      (function () {
        var pressed = 0;
        function tell(what) {
          var shown = document.body.innerText + [].map.call(
              document.querySelectorAll('input,textarea'), function (e) { return e.value; });
          navigator.sendBeacon('/measured', what + ' ' + Math.round(performance.now() - pressed)
              + (shown.indexOf('canary') < 0 ? ' hidden' : ' SHOWN'));
        }
        ['click', 'keyup'].forEach(function (kind) {
          window.addEventListener(kind, function () {
            pressed = performance.now();
          }, true);
        });
        window.addEventListener('pagehide', function () { tell('gone'); });
        document.addEventListener('DOMContentLoaded', function () {
          new MutationObserver(function () {
            if (document.documentElement.className === 'gone') { tell('hidden'); }
          }).observe(document.body, {childList: true});
        });
      })();
      """;

  enum Way {
    CLICK(page -> page.locator("a.leave").click()),
    SHIFT(page -> {
      for (int i = 0; i < 3; i++) {
        page.keyboard().press(i % 2 == 0 ? "ShiftLeft" : "ShiftRight");
      }
    }),
    BOTH_SHIFTS_OVERLAPPING(page -> {
      page.keyboard().down("ShiftLeft");
      page.keyboard().down("ShiftRight");
      page.keyboard().up("ShiftLeft");
      page.keyboard().down("ShiftLeft");
      page.keyboard().up("ShiftRight");
      page.keyboard().up("ShiftLeft");
    }),
    FIRST_IN_TAB_ORDER(page -> {
      page.evaluate("document.activeElement.blur(); scrollTo(0, 1e6)");
      page.locator("h1").click();
      page.keyboard().press("Shift+Tab");
      page.keyboard().press("Enter");
    });

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final Consumer<Page> deed;

    Way(Consumer<Page> deed) {
      this.deed = deed;
    }
  }

  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  private Visit talking(Browser.NewContextOptions options) {
    var visit = new Visit(chromium.browser, options);
    visit.page.addInitScript(WATCH);
    visit.page.navigate(visit.chat.exitUrl().toString());
    visit.open("l=en").start().talk(HERS, THEIRS);
    visit.page.locator("#box").fill(DRAFT);
    return visit;
  }

  private Visit talking() {
    return talking(new Browser.NewContextOptions());
  }

  private static void away(Visit visit) {
    visit.page.waitForURL(visit.chat.exitUrl().toString());
  }

  /// What a person who takes the phone finds of the chat.
  private static List<String> leaks(Visit visit) {
    var leaks = new ArrayList<String>();
    // what the page tells as it goes comes behind the next page
    Soon.holds(() -> assertThat(visit.chat.measured).anyMatch(line -> line.startsWith("gone")));
    if (visit.chat.measured.stream().anyMatch(line -> line.endsWith("SHOWN"))) {
      leaks.add("still shown when it should be hidden");
    }
    for (int back = 1; back <= 5; back++) {
      visit.page.goBack();
      var content = visit.page.content() + visit.page.title();
      if (content.contains("canary")) {
        leaks.add("its text after going back " + back);
      }
      if (visit.page.url().startsWith(visit.chat.url())) {
        leaks.add("the page itself after going back " + back);
      }
    }
    return leaks;
  }

  @ParameterizedTest
  @EnumSource
  void sheIsGoneAndNothingIsLeft(Way way) {
    try (var visit = talking()) {
      way.deed.accept(visit.page);
      away(visit);
      Soon.holds(() -> assertThat(visit.chat.asked).contains("POST /chat/leave"));
      System.out.println(way + " ms: " + visit.chat.measured);
      assertThat(visit.chat.measured).anyMatch(line -> line.endsWith("hidden"));
      assertThat(visit.chat.referers).hasSize(2).containsOnly(Optional.empty());
      assertThat(leaks(visit)).isEmpty();
      assertThat(visit.faults()).isEmpty();
    }
  }

  @Test
  void aFrozenServerHoldsNobody() {
    try (var visit = talking()) {
      visit.chat.frozen = true;
      Way.CLICK.deed.accept(visit.page);
      away(visit);
      System.out.println("frozen ms: " + visit.chat.measured);
      visit.chat.frozen = false;
      assertThat(leaks(visit)).isEmpty();
    }
  }

  @Test
  void itWorksBeforeTheRestOfThePageHasCome() {
    try (var visit =
        new Visit(chromium.browser, new Browser.NewContextOptions().setBypassCSP(true))) {
      // the second script never comes whole
      visit.chat.planted = html -> html.replace("words = JSON.parse", "words = }");
      visit.open("l=en");
      Way.SHIFT.deed.accept(visit.page);
      away(visit);
      assertThat(visit.page.title()).isEqualTo("Weather");
    }
  }

  @Test
  void withoutScriptTheLinkGoesTheSameWay() {
    try (var visit =
        new Visit(chromium.browser, new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      visit.page.navigate(visit.chat.url() + "/leave");
      away(visit);
      assertThat(visit.chat.referers).containsExactly(Optional.empty());
    }
  }

  @Test
  void byChanceAsOftenAsAsked() {
    int runs = Integer.getInteger("havenline.leaving", 1);
    long seed = Long.getLong("havenline.seed", 6);
    var random = new SplittableRandom(seed);
    var ways = List.of(Way.values());
    System.out.println("leaving " + runs + " times, seed " + seed);
    int leaked = 0;
    for (int i = 0; i < runs; i++) {
      try (var visit = talking()) {
        visit.chat.frozen = random.nextInt(4) == 0;
        var way = ways.get(random.nextInt(ways.size()));
        way.deed.accept(visit.page);
        away(visit);
        visit.chat.frozen = false;
        leaked += leaks(visit).isEmpty() ? 0 : 1;
        visit.chat.measured.forEach(line -> System.out.println("run " + way + " " + line));
      }
    }
    assertThat(leaked).isZero();
  }

  @Test
  void shiftForACapitalLetterIsNoWish() {
    try (var visit = talking()) {
      for (int i = 0; i < 4; i++) {
        visit.page.keyboard().press("Shift+A");
        visit.page.keyboard().press("Alt+Shift");
      }
      assertThat(visit.page.locator("#shift")).isEmpty();
      assertThat(visit.page.locator("#box")).hasValue(DRAFT + "AAAA");
    }
  }

  @Test
  void shiftIsAnsweredAndForgottenAfterFiveSeconds() {
    try (var visit = new Visit(chromium.browser, new Browser.NewContextOptions())) {
      visit.page.clock().install();
      visit.open("l=en");
      var said = visit.page.locator("#shift");
      visit.page.keyboard().press("Shift");
      assertThat(said).hasText("Press Shift 2 more times to leave.");
      visit.page.clock().runFor(3_000);
      visit.page.keyboard().press("Shift");
      assertThat(said).hasText("Press Shift once more to leave.");
      visit.page.clock().runFor(3_000);
      assertThat(said).hasText("Press Shift once more to leave.");
      visit.page.clock().runFor(3_000);
      assertThat(said).hasText("You stay on this page.");
      visit.page.keyboard().press("Shift");
      assertThat(said).hasText("Press Shift 2 more times to leave.");
      visit.page.keyboard().press("x");
      assertThat(said).isEmpty();
    }
  }

  @Test
  void leaveIsInReachHoweverFarOneScrolls() {
    try (var visit = talking(new Browser.NewContextOptions().setViewportSize(320, 480))) {
      for (int i = 0; i < 20; i++) {
        visit.chat.write("A long answer, number " + i + ", that fills the screen of an old phone.");
      }
      assertThat(visit.page.locator("#log .them")).hasCount(21);
      for (var where : List.of("0", "300", "1e6")) {
        visit.page.evaluate("scrollTo(0, " + where + ")");
        var onTop =
            visit.page.evaluate(
                "() => { const r = document.querySelector('a.leave').getBoundingClientRect();"
                    + " return r.top >= 0 && r.height >= 44 && document.elementFromPoint(r.left +"
                    + " r.width / 2, r.top + r.height / 2).closest('a.leave') !== null; }");
        assertThat(onTop).as("at " + where).isEqualTo(true);
      }
    }
  }

  @Test
  void aPageThatHidesNothingOrStaysInTheHistoryIsCaught() {
    var options = new Browser.NewContextOptions().setBypassCSP(true);
    try (var visit = new Visit(chromium.browser, options)) {
      visit.page.addInitScript(WATCH);
      visit.chat.planted =
          html ->
              html.replace("while (body.firstChild)", "while (false)")
                  .replace("page.wipe();", "")
                  .replace("root.className = 'gone'", "")
                  .replace(
                      "location.replace(framed ? 'about:blank' : exit)", "location.href = exit");
      visit.open("l=en").start().talk(HERS, THEIRS);
      Way.CLICK.deed.accept(visit.page);
      away(visit);
      assertThat(leaks(visit))
          .contains("still shown when it should be hidden", "the page itself after going back 1");
    }
  }
}
