package org.havenline.channel.webchat.network;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.havenline.console.page.Chromium;
import org.havenline.testing.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The page on a network as slow as any she may have. How often it asks is looked at always; how
/// long it takes, with `-Dhavenline.slow=true`, on a quiet machine. The browser delays answers, not
/// the making of a connection: a first connection with TLS costs two more of these delays.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowIT {
  private static final int BYTES_A_SECOND = 50_000 / 8;
  private static final int MILLIS_UNTIL_ANSWERED = 700;

  /// Else one visit, and no time is asserted.
  private static final boolean TIMED = Boolean.getBoolean("havenline.slow");

  private static final int VISITS = 7;

  private static final double MOST_UNTIL_PAINTED = 2_000;
  private static final double MOST_UNTIL_ARRIVED = 6_000;

  /// Milliseconds since the navigation began.
  private static final String PAINTED =
      "() => performance.getEntriesByName('first-paint')[0].startTime";

  private static final String NOW = "() => performance.now()";

  private static final String ARRIVED =
      "() => [...document.querySelectorAll('#log .mine .sent')].some(one => one.textContent ==="
          + " 'Arrived')";

  private RunningServer server;
  private Chromium chromium;

  @BeforeAll
  void start() {
    server = RunningServer.start(InstantSource.system(), Map.of());
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
    server.close();
  }

  private record Times(double painted, double arrived) {}

  private Times visit(List<String> asked) {
    try (var context =
        chromium.browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 640))) {
      var page = context.newPage();
      page.onRequest(
          request -> asked.add(request.method() + " " + URI.create(request.url()).getPath()));
      slow(context, page);
      page.navigate(
          server.url() + "/?l=en",
          new Page.NavigateOptions()
              .setWaitUntil(com.microsoft.playwright.options.WaitUntilState.COMMIT));
      // as soon as there is something to press she begins, and types at once
      page.locator("#start button").click();
      page.locator("#box").fill("Are you there?");
      page.locator("#send .key").click();
      page.waitForFunction(ARRIVED);
      double arrived = number(page, NOW);
      assertThat(page.locator("#log .mine p")).hasText("Are you there?");
      return new Times(number(page, PAINTED), arrived);
    }
  }

  private static void slow(BrowserContext context, Page page) {
    var network = context.newCDPSession(page);
    network.send("Network.enable");
    var conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", MILLIS_UNTIL_ANSWERED);
    conditions.addProperty("downloadThroughput", BYTES_A_SECOND);
    conditions.addProperty("uploadThroughput", BYTES_A_SECOND);
    network.send("Network.emulateNetworkConditions", conditions);
  }

  private static double number(Page page, String script) {
    return ((Number) page.evaluate(script)).doubleValue();
  }

  @Test
  void onePageIsAllSheHasToLoadAndSheIsHeardByTheThirdThingItAsks() {
    var all = new ArrayList<Times>();
    for (int i = 0; i < (TIMED ? VISITS : 1); i++) {
      var asked = new ArrayList<String>();
      all.add(visit(asked));
      assertThat(asked).startsWith("GET /", "POST /chat/start");
      assertThat(asked.subList(2, asked.size()))
          .contains("POST /chat/say")
          .allMatch(one -> one.equals("POST /chat/say") || one.equals("POST /chat/hear"));
    }
    var painted = Figures.of("first paint", all.stream().mapToDouble(Times::painted));
    var arrived = Figures.of("first message arrived", all.stream().mapToDouble(Times::arrived));
    if (TIMED) {
      assertThat(painted.longest()).isLessThanOrEqualTo(MOST_UNTIL_PAINTED);
      assertThat(arrived.longest()).isLessThanOrEqualTo(MOST_UNTIL_ARRIVED);
    }
  }

  /// In milliseconds.
  private record Figures(double median, double longest) {
    static Figures of(String what, DoubleStream times) {
      var sorted = times.sorted().toArray();
      var figures = new Figures(sorted[sorted.length / 2], sorted[sorted.length - 1]);
      System.out.printf(
          "50 kbit/s, 700 ms, visits: %d, %s: %.0f ms median, %.0f ms longest%n",
          sorted.length, what, figures.median, figures.longest);
      return figures;
    }
  }
}
