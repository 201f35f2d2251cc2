package org.havenline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.havenline.config.ServerConfig;
import org.havenline.console.page.Chromium;
import org.havenline.http.Response;
import org.havenline.http.porch.OpenPorch;
import org.havenline.testing.HandClock;
import org.havenline.testing.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The page in a frame of another site: of one that is listed, as the README tells partners to
/// carry it, and of one that is not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EmbeddingIT {
  private static final String SANDBOX = "allow-scripts allow-forms";
  private static final String LEADS_AWAY = SANDBOX + " allow-top-navigation-by-user-activation";
  private static final double PATIENCE_MS = 20_000;
  private static final String HOLA = "Hola, necesito hablar con alguien hoy";

  private final OpenPorch partner = site();
  private final OpenPorch stranger = site();
  private final List<String> errors = new ArrayList<>();
  private RunningServer server;
  private Chromium chromium;
  private final List<BrowserContext> contexts = new ArrayList<>();

  /// A site with a page of the frame that is asked for, and one of the weather.
  private OpenPorch site() {
    return new OpenPorch(
        8,
        (router, routes) -> {
          router
              .get("/frame")
              .handler(routes.always(asked -> frame(asked.parameter("sandbox").orElse(SANDBOX))));
          router
              .get("/weather")
              .handler(routes.always(_ -> html("<title>Weather</title><p>Sunny")));
        });
  }

  private Response frame(String sandbox) {
    return html(
        "<title>Partner</title><iframe width=400 height=600 src=\"%s\" sandbox=\"%s\" referrerpolicy=\"no-referrer\"></iframe>"
            .formatted(server.url() + "/?l=es", sandbox));
  }

  private static Response html(String body) {
    return Response.of(200, "text/html", body)
        .with("content-security-policy", "frame-src http://localhost:*");
  }

  private static URI at(OpenPorch site, String path) {
    return URI.create("http://127.0.0.1:" + site.porch.port() + path);
  }

  @BeforeAll
  void start() {
    server =
        RunningServer.start(
            HandClock.atNoon(),
            Map.of("HAVENLINE_EXIT_URL", at(partner, "/weather").toString()),
            this::withPartner);
    chromium = new Chromium();
  }

  private ServerConfig withPartner(ServerConfig config) {
    return new ServerConfig(
        config.http(),
        config.management(),
        config.publicUrl(),
        config.data(),
        config.redis(),
        config.twilio(),
        config.routing(),
        config.translations(),
        config.publishDirectory(),
        config.exit(),
        List.of(at(partner, "")),
        config.proxies(),
        config.smtp(),
        config.demo());
  }

  @AfterEach
  void evening() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    server.evening();
  }

  @AfterAll
  void stop() {
    chromium.close();
    server.close();
    partner.close();
    stranger.close();
  }

  private Page open(OpenPorch site, String sandbox) {
    var context = chromium.browser.newContext();
    contexts.add(context);
    errors.clear();
    var page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(message.text());
      }
    });
    page.navigate(at(site, "/frame?sandbox=" + sandbox.replace(' ', '+')).toString());
    return page;
  }

  private static FrameLocator chat(Page page) {
    return page.frameLocator("iframe");
  }

  /// As far as the words in her box.
  private static void begins(Page page) {
    chat(page).locator("#start button").click();
    chat(page).locator("#box").fill(HOLA);
  }

  private static void writes(Page page) {
    begins(page);
    chat(page).locator("#send .key").click();
    assertThat(chat(page).locator("#log .mine .sent"))
        .hasText("Recibido", new HasTextOptions().setTimeout(PATIENCE_MS));
  }

  @Test
  void sheWritesInThePageOfAPartnerIsAnsweredAndLeavesItWhole() {
    var lucia = server.staff("lucia").onDuty();
    var page = open(partner, LEADS_AWAY);
    writes(page);
    var conversation = lucia.accepts();
    lucia.writes(conversation, "Aquí estoy");
    assertThat(chat(page).locator("#log .them p"))
        .hasText("Aquí estoy", new HasTextOptions().setTimeout(PATIENCE_MS));
    assertThat(errors).isEmpty();

    chat(page).locator("a.leave").click();
    page.waitForURL(at(partner, "/weather").toString());
    page.goBack();
    assertThat(page.content()).doesNotContain("iframe");
    lucia.closes(conversation);
  }

  @Test
  void shiftThreeTimesLeavesThePartnersPageToo() {
    var page = open(partner, LEADS_AWAY);
    begins(page);
    for (int i = 0; i < 3; i++) {
      page.keyboard().press("Shift");
    }
    page.waitForURL(at(partner, "/weather").toString());
  }

  @Test
  void aFrameThatMayNotLeadAwayIsEmptied() {
    var page = open(partner, SANDBOX);
    begins(page);
    chat(page).locator("a.leave").click();
    page.waitForCondition(() -> page.frames().getLast().url().equals("about:blank"));
    assertThat(page.frames().getLast().content()).doesNotContain(HOLA);
    assertThat(page).hasTitle("Partner");
  }

  @Test
  void aSiteThatIsNotListedCannotCarryIt() {
    var page = open(stranger, LEADS_AWAY);
    page.waitForCondition(() -> errors.stream().anyMatch(one -> one.contains("frame-ancestors")));
    assertThat(chat(page).locator("#start")).hasCount(0);
  }
}
