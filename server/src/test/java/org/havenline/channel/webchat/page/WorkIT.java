package org.havenline.channel.webchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import org.havenline.console.page.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A page that has to work for its place does so by itself, while she may write already.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkIT {
  /// How much slower than this machine a phone of 2014 is taken to be.
  private static final int SLOWER = 30;

  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  @Test
  void itSolvesWhatItIsAskedAndWhatSheWroteMeanwhileArrives() {
    try (var visit = new Visit(chromium.browser, new NewContextOptions())) {
      visit.chat.puzzle = "0123456789ABCDEFGHJKMNPQRS";
      visit.open("l=en");
      var slow = new JsonObject();
      slow.addProperty("rate", SLOWER);
      visit.context.newCDPSession(visit.page).send("Emulation.setCPUThrottlingRate", slow);
      visit.start().say("I cannot get out");
      long since = System.nanoTime();
      assertThat(visit.page.locator("#log .mine .sent")).hasText("Arrived");
      System.out.printf(
          "worked for its place in %d ms, %d times slower than here%n",
          (System.nanoTime() - since) / 1_000_000, SLOWER);
      assertThat(visit.chat.asked).filteredOn("POST /chat/start"::equals).hasSizeGreaterThan(1);
      assertThat(visit.faults()).isEmpty();
    }
  }
}
