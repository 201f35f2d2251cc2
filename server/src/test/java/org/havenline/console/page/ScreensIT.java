package org.havenline.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every screen of the console with a recorded state: under its real content security policy, free
/// of faults that axe finds, and usable without a mouse.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensIT {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  private RecordedDesk open(Browser.NewContextOptions options) {
    var desk = new RecordedDesk(chromium.browser, options);
    desk.answers.put("GET /me", "200 " + RecordedDesk.recorded("me.json"));
    desk.answers.put("PUT /me/presence", "200 {\"state\":\"available\"}");
    desk.answers.put("GET /services/choices", "200 " + RecordedDesk.recorded("choices.json"));
    desk.answers.put("POST /services/search", "200 " + RecordedDesk.recorded("services.json"));
    desk.answers.put("GET /follow-ups", "200 " + RecordedDesk.recorded("follow-ups.json"));
    for (var language : List.of("ar", "en", "fr")) {
      desk.answers.put(
          "GET /contacts/c-" + language + "/referrals",
          "200 " + RecordedDesk.recorded("referrals.json"));
      desk.answers.put(
          "GET /conversations/c-" + language + "/messages",
          "200 " + RecordedDesk.recorded("messages-" + language + ".json"));
    }
    desk.open();
    desk.send(RecordedDesk.recorded("snapshot.json"));
    desk.page.waitForSelector(".waiting");
    return desk;
  }

  private static void conversation(Page page, String person) {
    page.locator(".own .row", new Page.LocatorOptions().setHasText(person)).click();
    page.waitForSelector(".message");
  }

  private static void services(Page page) {
    page.locator(".about").getByText("Services").click();
    page.waitForSelector(".service");
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axeFindsNothingOnAnyScreen(ColorScheme scheme) {
    // bypassing the policy is for axe alone, which has to be injected
    try (var desk =
        open(
            new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setBypassCSP(true))) {
      var page = desk.page;
      accessible(page, "board, silent");
      desk.send(RecordedDesk.recorded("offer.json"));
      page.waitForSelector(".offer");
      accessible(page, "offer");
      page.locator(".offer").getByText("Decline…").click();
      accessible(page, "decline");
      conversation(page, "7F3K");
      accessible(page, "Arabic conversation");
      page.locator(".follow-ups summary").first().click();
      services(page);
      accessible(page, "services");
      page.locator(".search summary").first().click();
      page.getByText("She agrees…").click();
      page.getByLabel("Safe number").check();
      accessible(page, "services, all that can be ticked");
      page.setViewportSize(390, 844);
      accessible(page, "services, narrow");
      page.setViewportSize(1280, 720);
      page.getByText("Hide").click();
      conversation(page, "2B9Q");
      accessible(page, "stopped conversation");
      page.getByText("Close…").click();
      accessible(page, "closing");
      page.getByText("Go back").click();
      desk.cut();
      page.waitForSelector(".banner.warn");
      accessible(page, "cut off");
      page.setViewportSize(390, 844);
      accessible(page, "narrow");
      desk.answers.put("GET /me", "401 {}");
      desk.open();
      page.waitForSelector("#username");
      accessible(page, "sign-in");
    }
  }

  static void accessible(Page page, String screen) {
    var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
    Assertions.assertThat(found)
        .as(screen)
        .extracting(
            violation -> violation.getId() + " " + violation.getNodes().getFirst().getHtml())
        .isEmpty();
  }

  @Test
  void servicesComeByThemselvesWhenAServerThatHasJustStartedHasReadThem() {
    try (var desk = open(new Browser.NewContextOptions())) {
      var choices = desk.answers.put("GET /services/choices", "503 {\"title\":\"Not read yet\"}");
      conversation(desk.page, "7F3K");
      desk.page.locator(".about").getByText("Services").click();
      assertThat(desk.page.locator(".services > .problem")).hasText("Not read yet");

      desk.answers.put("GET /services/choices", choices);

      desk.page.waitForSelector(".service");
      assertThat(desk.page.locator(".services > .problem")).isEmpty();
    }
  }

  @Test
  void thePolicyIsNeverBroken() {
    try (var desk = open(new Browser.NewContextOptions())) {
      var page = desk.page;
      desk.send(RecordedDesk.recorded("offer.json"));
      conversation(page, "7F3K");
      page.getByText("Close…").click();
      Assertions.assertThat(desk.errors).isEmpty();
      var made =
          page.evaluate(
              "() => { try { document.body.innerHTML = '<b>x</b>'; return 'made'; } catch (e) {"
                  + " return e.name; } }");
      Assertions.assertThat(made).as("text made markup").isEqualTo("TypeError");
    }
  }

  @Test
  void aDraftStaysWithItsConversationHoweverFastOneSwitches() {
    try (var desk = open(new Browser.NewContextOptions())) {
      var page = desk.page;
      var reply = page.locator("#reply");
      for (int i = 0; i < 20; i++) {
        for (var person : List.of("7F3K", "2B9Q", "M4TX")) {
          conversation(page, person);
          reply.pressSequentially(person.substring(0, 1));
        }
      }
      for (var person : List.of("7F3K", "2B9Q", "M4TX")) {
        conversation(page, person);
        assertThat(reply).hasValue(person.substring(0, 1).repeat(20));
      }
    }
  }

  @Test
  void anOfferTakesNoFocusAndIsReachedByOneKey() {
    try (var desk = open(new Browser.NewContextOptions())) {
      var page = desk.page;
      conversation(page, "M4TX");
      page.locator("#reply").fill("half a sen");
      desk.send(RecordedDesk.recorded("offer.json"));
      page.waitForSelector(".offer");
      assertThat(page.locator("#reply")).isFocused();
      assertThat(page.locator("#spoken-now")).containsText("Offer: Caller H6WN, Arabic, High risk");
      page.keyboard().press("Control+k");
      assertThat(page.locator(".offer .accept")).isFocused();
      desk.answers.put("POST /offers/o-1.3/accept", "409 {\"title\":\"This offer is over\"}");
      page.keyboard().press("Enter");
      assertThat(page.locator(".offer .problem")).hasText("This offer is over");
      assertThat(page.locator("#reply")).hasValue("half a sen");
    }
  }

  @Test
  void everythingIsReachedByTabAndShowsItsFocus() {
    try (var desk = open(new Browser.NewContextOptions())) {
      var page = desk.page;
      conversation(page, "M4TX");
      var reached = new java.util.TreeSet<String>();
      for (int i = 0; i < 25; i++) {
        page.keyboard().press("Tab");
        reached.add(
            (String)
                page.evaluate(
                    "() => { const e = document.activeElement; const o ="
                        + " getComputedStyle(e).outlineStyle; return (e.id ||"
                        + " e.textContent.trim().slice(0, 12)) + (o === 'none' ? ' (focus not"
                        + " shown)' : ''); }"));
      }
      Assertions.assertThat(reached)
          .contains("Go off duty", "Sign out", "reply", "Close…")
          .noneMatch(name -> name.contains("not shown") && !name.startsWith("Havenline"));
    }
  }

  @Test
  void eachMessageRunsInItsOwnDirection() {
    try (var desk = open(new Browser.NewContextOptions())) {
      var page = desk.page;
      conversation(page, "7F3K");
      var texts = page.locator(".message .text");
      assertThat(texts.first()).hasCSS("direction", "rtl");
      conversation(page, "M4TX");
      assertThat(texts.first()).hasCSS("direction", "ltr");
    }
  }

  @Test
  void aTextThatIsNotAcknowledgedIsNeverShownAsSent() {
    try (var desk = open(new Browser.NewContextOptions())) {
      var page = desk.page;
      desk.answers.put(
          "POST /conversations/c-fr/messages", "503 {\"title\":\"The store is away\"}");
      conversation(page, "M4TX");
      page.locator("#reply").fill("Je suis là");
      page.keyboard().press("Control+Enter");
      var own = page.locator(".message", new Page.LocatorOptions().setHasText("Je suis là"));
      assertThat(own.locator(".state")).containsText("Not sent yet");
      assertThat(page.locator("#reply")).hasValue("");
      assertThat(page.locator("#reply")).isEditable();
    }
  }

  @Test
  void aStoppedNumberIsSaidPlainly() {
    try (var desk = open(new Browser.NewContextOptions())) {
      var page = desk.page;
      conversation(page, "2B9Q");
      assertThat(page.locator(".stopped")).containsText("This number cannot be texted (STOP)");
      assertThat(failed(page).first())
          .containsText("Not sent: This number cannot be texted (STOP)");
      assertThat(failed(page).last()).containsText("Not sent: it became too old to be safe");
    }
  }

  private static Locator failed(Page page) {
    return page.locator(".message[data-direction=out] .state")
        .filter(new Locator.FilterOptions().setHasText("Not sent"));
  }

  @Test
  void nothingIsCutOffOnANarrowScreenOrInForcedColours() {
    var options =
        new Browser.NewContextOptions()
            .setViewportSize(320, 640)
            .setForcedColors(ForcedColors.ACTIVE);
    try (var desk = open(options)) {
      var page = desk.page;
      desk.send(RecordedDesk.recorded("offer.json"));
      page.waitForSelector(".offer");
      for (var person : List.of("7F3K", "2B9Q")) {
        conversation(page, person);
        var wider = page.evaluate("() => document.documentElement.scrollWidth > innerWidth");
        Assertions.assertThat(wider).as("wider than the screen").isEqualTo(false);
        page.locator(".back").click();
      }
    }
  }
}
