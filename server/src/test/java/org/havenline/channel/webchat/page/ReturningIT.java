package org.havenline.channel.webchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import org.havenline.channel.webchat.page.PlayedServer.Fate;
import org.havenline.console.page.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Words to come back with, on the page: asked for, shown, written, and gone with it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturningIT {
  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  private Visit visit() {
    return new Visit(chromium.browser, new NewContextOptions()).open("l=en");
  }

  @Test
  void wordsAreGivenWhenSheAsksAndTheSameAreShownAgain() {
    try (var visit = visit().start()) {
      var page = visit.page;
      var lines = page.locator("#lines");
      assertThat(lines).isEmpty();
      page.locator("#more").click();
      page.locator("#get").click();
      assertThat(lines).hasText("bread 123\nmilk 456");
      assertThat(page.locator("#given"))
          .containsText("Whoever finds the words can read what you wrote here.");
      assertThat(page.locator("#given")).containsText("write one more word at the end");
      page.locator("#get").click();
      assertThat(page.locator("#given")).isHidden();
      page.locator("#get").click();
      assertThat(lines).isVisible();
      assertThat(visit.chat.asked.stream().filter("POST /chat/words"::equals)).hasSize(1);
      visit.chat.say("over", 0, false);
      page.locator("#again").waitFor();
      // she may still be writing them down
      assertThat(lines).isVisible();
      page.locator("#again").click();
      assertThat(lines).isEmpty();
      assertThat(visit.faults()).isEmpty();
    }
  }

  @Test
  void whatSheEntersIsSentOnceItGoesWellAndNothingOfItStays() {
    try (var visit = visit()) {
      var page = visit.page;
      visit.chat.fate = call -> call.endsWith("/start") ? Fate.UNANSWERED : Fate.ANSWERED;
      page.locator("#back").click();
      page.locator("#entered").fill("bread 123\nmilk 456");
      page.locator("#return .key").click();
      page.waitForCondition(() -> !visit.chat.entered.isEmpty());
      visit.chat.fate = _ -> Fate.ANSWERED;
      assertThat(page.locator("#state")).containsText("If you do not see your earlier messages");
      assertThat(visit.chat.entered).hasSizeGreaterThan(1).containsOnly("bread 123\nmilk 456");
      assertThat(visit.chat.keys).as("the same try").hasSize(1);
      assertThat(page.locator("#entered")).hasValue("");
      visit.chat.write("Here is what you wrote.");
      assertThat(page.locator("#state")).isEmpty();
      assertThat(visit.faults()).isEmpty();
    }
  }

  @Test
  void wordsAreGoneWithThePage() {
    try (var visit = visit().start()) {
      var page = visit.page;
      page.locator("#more").click();
      page.locator("#get").click();
      assertThat(page.locator("#lines")).containsText("bread");
      page.evaluate("window.dispatchEvent(new Event('pagehide'))");
      assertThat(page.content()).doesNotContain("bread 123");
      assertThat(visit.faults()).isEmpty();
    }
  }
}
