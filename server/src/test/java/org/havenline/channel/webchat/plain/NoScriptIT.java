package org.havenline.channel.webchat.plain;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.havenline.channel.webchat.PageDoor;
import org.havenline.channel.webchat.page.Barriers;
import org.havenline.channel.webchat.page.Partners;
import org.havenline.channel.webchat.page.Profile;
import org.havenline.console.page.Chromium;
import org.havenline.http.Response;
import org.havenline.http.porch.OpenPorch;
import org.havenline.testing.Soon;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole conversation in a browser whose script is off, under the real policies.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoScriptIT {
  private final RememberedChats chats = new RememberedChats();
  private final OpenPorch away =
      new OpenPorch(
          8,
          (router, routes) ->
              router
                  .get("/weather")
                  .handler(
                      routes.always(_ -> Response.of(200, "text/html", "<title>Weather</title>"))));
  private final URI exit = URI.create("http://127.0.0.1:" + away.porch.port() + "/weather");
  private final List<String> errors = new ArrayList<>();
  private OpenPorch open;
  private Chromium chromium;
  private final List<BrowserContext> contexts = new ArrayList<>();

  @BeforeAll
  void start() {
    var texts = ((Reading.Sound) Texts.shipped()).texts();
    open =
        new OpenPorch(
            64,
            (router, routes) ->
                new PageDoor(
                        away.vertx,
                        chats,
                        chats::stop,
                        texts,
                        exit,
                        Partners.NONE,
                        new SplittableRandom(6))
                    .mount(router, routes));
    chromium = new Chromium();
  }

  @AfterEach
  void evening() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    chats.forget();
  }

  @AfterAll
  void stop() {
    chromium.close();
    chats.close();
    open.close();
    away.close();
  }

  private Page visit() {
    var context =
        chromium.browser.newContext(
            new NewContextOptions()
                .setJavaScriptEnabled(false)
                .setLocale("en-GB")
                .setViewportSize(360, 640));
    contexts.add(context);
    var page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(message.text());
      }
    });
    page.navigate(exit.toString());
    page.navigate("http://localhost:" + open.porch.port() + "/");
    return page;
  }

  private static FrameLocator plain(Page page) {
    return page.frameLocator("iframe[title=Messages]");
  }

  private static FrameLocator log(Page page) {
    return plain(page).frameLocator("iframe.log");
  }

  private static FrameLocator form(Page page) {
    return plain(page).frameLocator("iframe.form");
  }

  private static void say(Page page, String text) {
    form(page).locator("textarea").fill(text);
    form(page).getByText("Send").click();
    assertThat(form(page).locator("textarea")).hasValue("");
  }

  @Test
  void sheWritesAndIsAnsweredWhileThePageStaysOne() {
    var page = visit();
    plain(page).getByText("Start").click();
    assertThat(form(page).locator("textarea")).isVisible();
    say(page, "canary of hers");
    assertThat(log(page).locator(".mine p")).hasText("canary of hers");
    chats.write("Yes. <b>Is it safe?</b>");
    assertThat(log(page).locator(".them p")).hasText("Yes. <b>Is it safe?</b>");
    chats.say("waiting", 2);
    assertThat(log(page).locator(".state").last()).containsText("2 people are before you.");
    IntStream.range(0, 8).forEach(i -> chats.write("canary " + i));
    assertThat(log(page).locator(".them p").last()).hasText("canary 7");
    assertThat(log(page).locator(".them p").last()).isInViewport();
    say(page, "one more");
    form(page).getByText("Show new messages").click();
    assertThat(log(page).locator(".mine p").last()).hasText("one more");
    assertThat(page).hasURL("http://localhost:" + open.porch.port() + "/");
    assertThat(page).hasTitle("Messages");
    assertThat(page.context().cookies()).isEmpty();

    plain(page).getByText("Leave").click();
    page.waitForURL(exit.toString());
    assertThat(chats.open()).isEmpty();
    for (int back = 0; back < 5; back++) {
      goBack(page);
      var shown = page.frames().stream().map(frame -> frame.content()).toList();
      assertThat(shown).noneMatch(html -> html.contains("canary"));
    }
    assertThat(errors).noneMatch(error -> error.contains("Content Security Policy"));
  }

  /// A step back in a frame that is there no more is none.
  private static void goBack(Page page) {
    try {
      page.goBack(new Page.GoBackOptions().setTimeout(1_500));
    } catch (TimeoutError stays) {
      assertThat(page.url()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingIsLeftInTheFilesOfTheBrowser(boolean killed, @TempDir Path files) throws IOException {
    try (var browsers = new Profile()) {
      var context = browsers.browser(files, false);
      var page = context.newPage();
      page.navigate("http://localhost:" + open.porch.port() + "/");
      plain(page).getByText("Start").click();
      for (int i = 0; i < 9; i++) {
        say(page, browsers.words.get(i));
        chats.write(browsers.words.get(9 + i));
        assertThat(log(page).locator(".them p").last()).hasText(browsers.words.get(9 + i));
      }
      form(page).locator("textarea").fill(browsers.words.get(19));
      if (killed) {
        Profile.kill(files);
      } else {
        context.close();
      }
      assertThat(browsers.found(files)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"en, LIGHT, 390", "en, DARK, 320", "ar, LIGHT, 320"})
  void nothingStandsInAnybodysWay(String language, ColorScheme colours, int width) {
    var context =
        chromium.browser.newContext(
            new NewContextOptions()
                .setBypassCSP(true)
                .setColorScheme(colours)
                .setViewportSize(width, 640));
    contexts.add(context);
    var page = context.newPage();
    var here = "http://localhost:" + open.porch.port() + "/chat/plain";
    page.navigate(here + "?l=" + language);
    assertThat(Barriers.in(page)).isEmpty();
    page.locator("main button").first().click();
    page.frameLocator("iframe.form").locator("textarea").fill("canary");
    page.frameLocator("iframe.form").locator("button.key").click();
    assertThat(page.frameLocator("iframe.log").locator(".mine p")).hasText("canary");
    assertThat(Barriers.in(page)).isEmpty();

    page.evaluate("document.querySelector('iframe.form').removeAttribute('title')");
    assertThat(Barriers.in(page)).anyMatch(one -> one.startsWith("frame-title"));
  }

  @Test
  void minorsAreToldTheLimitsFirst() {
    var page = visit();
    plain(page).getByText("I am under 18").click();
    assertThat(plain(page).locator("main")).containsText("we may have to tell another grown-up");
    plain(page).getByText("Start").click();
    assertThat(form(page).locator("textarea")).isVisible();
    assertThat(chats.young()).isTrue();
  }

  @Test
  void sheGetsWordsAndComesBackWithThem() {
    var page = visit();
    plain(page).getByText("Start").click();
    form(page).getByText("Get words to come back").click();
    assertThat(form(page).locator(".lines")).hasText("bread 123\nmilk 456");
    assertThat(form(page).locator("body")).containsText("write one more word at the end");
    form(page).getByText("Go on").click();
    say(page, "still here");

    var later = visit();
    plain(later).getByText("I have words to come back").click();
    plain(later).locator("#words").fill("bread 123 milk 456");
    plain(later).getByText("Go on").click();
    assertThat(form(later).locator(".note")).containsText("If you do not see your earlier");
    assertThat(log(later).locator(".mine p")).hasText("still here");
    assertThat(chats.entered()).isEqualTo("bread 123 milk 456");
    assertThat(later).hasURL("http://localhost:" + open.porch.port() + "/");
    assertThat(errors).noneMatch(error -> error.contains("Content Security Policy"));
  }

  @Test
  void aStreamThatIsCutOffMayEndTheChat() {
    var page = visit();
    plain(page).getByText("Start").click();
    assertThat(form(page).locator("textarea")).isVisible();
    page.navigate(exit.toString());
    Soon.holds(() -> assertThat(chats.left()).isNotEmpty());
  }
}
