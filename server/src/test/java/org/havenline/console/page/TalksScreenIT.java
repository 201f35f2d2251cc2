package org.havenline.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Calls of others, for supervisors: who talks, and how one comes in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TalksScreenIT {
  private static final String CALL = "GET /contacts/c-fr/call";
  private static final String OTHERS =
      """
      {"id":"G1","kind":"interpreter","way":"join","own":false,"state":"there","name":"Almaz Tesfaye"}\
      """;

  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  private static String call(String guests) {
    return """
    200 {"talking":true,"held":false,"muted":false,"emergency":true,"announced":true,"guests":[%s],
     "colleagues":[]}\
    """
        .formatted(guests);
  }

  private static String own(String way, String state, String heardBy) {
    return """
    {"id":"G2","kind":"supervisor","way":"%s","own":true,"state":"%s"%s,"name":"Amina K."}\
    """
        .formatted(way, state, heardBy.isEmpty() ? "" : ",\"heardBy\":\"" + heardBy + "\"");
  }

  /// The third conversation is a call that Olena has.
  private RecordedDesk open(Browser.NewContextOptions options, String me) {
    var desk = new RecordedDesk(chromium.browser, options);
    desk.answers.put("GET /me", "200 " + RecordedDesk.recorded("me.json"));
    desk.answers.put("GET /services/choices", "200 " + RecordedDesk.recorded("choices.json"));
    for (var own : new String[] {"ar", "en"}) {
      desk.answers.put("GET /conversations/c-" + own + "/messages", "200 {\"messages\":[]}");
    }
    desk.answers.put(CALL, call(OTHERS));
    desk.answers.put("PUT /contacts/c-fr/call/supervisor", "204 ");
    desk.answers.put("DELETE /contacts/c-fr/call/guests/G2", "204 ");
    desk.open();
    desk.send(
        RecordedDesk.recorded("snapshot.json")
            .replace("[\"responder\", \"supervisor\"]", me)
            .replace(
                "\"c-fr\", \"state\": \"connected\", \"owner\": \"amina\"",
                "\"c-fr\", \"state\": \"connected\", \"owner\": \"olena\"")
            .replace(
                "\"channel\": \"WHATSAPP\", \"language\": {\"tag\": \"fr\"",
                "\"channel\": \"VOICE\", \"language\": {\"tag\": \"fr\""));
    desk.page.waitForSelector(".waiting");
    return desk;
  }

  private RecordedDesk open(Browser.NewContextOptions options) {
    return open(options, "[\"supervisor\"]");
  }

  private static Locator row(Page page) {
    return page.locator(".talks summary");
  }

  private static Locator stands(Page page) {
    return page.locator(".supervision [role=status]");
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axeFindsNothingInTheTalksOfOthers(ColorScheme scheme) {
    var options = new Browser.NewContextOptions().setColorScheme(scheme).setBypassCSP(true);
    try (var desk = open(options)) {
      var page = desk.page;
      ScreensIT.accessible(page, "talks");
      row(page).click();
      assertThat(stands(page)).containsText("Both are told");
      ScreensIT.accessible(page, "a talk");
      picture(page, scheme + "-talks");
      desk.answers.put(CALL, call(OTHERS + "," + own("whisper", "there", "responder")));
      page.getByText("Speak to the responder only").click();
      assertThat(stands(page)).hasText("Only the responder hears you. The caller does not.");
      ScreensIT.accessible(page, "a talk with her in it");
      picture(page, scheme + "-whispers");
      page.setViewportSize(320, 640);
      ScreensIT.accessible(page, "a talk, narrow");
      row(page).scrollIntoViewIfNeeded();
      picture(page, scheme + "-narrow");
      Assertions.assertThat(
              (Boolean)
                  page.evaluate(
                      "document.documentElement.scrollWidth <="
                          + " document.documentElement.clientWidth"))
          .isTrue();
    }
  }

  /// `-Dpictures=folder` keeps them.
  private static void picture(Page page, String name) {
    Optional.ofNullable(System.getProperty("pictures"))
        .map(folder -> Path.of(folder, name + ".png"))
        .ifPresent(file -> page.screenshot(new Page.ScreenshotOptions().setPath(file)));
  }

  @Test
  void whoTalksIsSaidByNameAndNoWordOfIt() {
    try (var desk = open(new Browser.NewContextOptions())) {
      assertThat(row(desk.page)).containsText("Caller M4TX");
      assertThat(row(desk.page)).containsText("French · with Olena S.");
      Assertions.assertThat(desk.calls).doesNotContain(CALL);
      row(desk.page).click();
      assertThat(desk.page.locator(".supervision .guests"))
          .hasText("Interpreter Almaz Tesfaye: is in the call");
      Assertions.assertThat(desk.calls).noneMatch(one -> one.contains("c-fr/messages"));
    }
  }

  @Test
  void respondersSeeNoTalksOfOthers() {
    try (var desk = open(new Browser.NewContextOptions(), "[\"responder\"]")) {
      assertThat(desk.page.locator(".talks")).hasCount(0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "listen  | ringing  |           | Your telephone rings. Press 1 there to come in.",
        "listen  | answered |           | Press 1 on your telephone to come in.",
        "listen  | waiting  |           | You wait, and hear nothing yet: both are told first.",
        "listen  | there    | nobody    | You listen. Nobody hears you.",
        "whisper | there    | nobody    | You listen. Nobody hears you. This is being changed.",
        "whisper | there    | responder | Only the responder hears you. The caller does not.",
        "listen  | there    | all       | Both hear you. This is being changed.",
        "join    | there    | all       | Both hear you."
      })
  void whatStandsIsWhatTheServerSays(String way, String state, String heardBy, String words) {
    try (var desk = open(new Browser.NewContextOptions())) {
      desk.answers.put(CALL, call(own(way, state, Optional.ofNullable(heardBy).orElse(""))));
      row(desk.page).click();
      assertThat(stands(desk.page)).hasText(words);
      assertThat(desk.page.locator(".supervision [aria-pressed=true]")).hasCount(1);
    }
  }

  @Test
  void allIsDoneByTheKeyboard() {
    try (var desk = open(new Browser.NewContextOptions())) {
      var page = desk.page;
      row(page).focus();
      page.keyboard().press("Enter");
      assertThat(stands(page)).isVisible();
      page.keyboard().press("Tab");
      assertThat(page.getByText("Listen")).isFocused();
      desk.answers.put(CALL, call(own("listen", "there", "nobody")));
      page.keyboard().press("Enter");
      assertThat(stands(page)).hasText("You listen. Nobody hears you.");
      assertThat(page.getByText("Listen", new Page.GetByTextOptions().setExact(true))).isFocused();
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      assertThat(page.getByText("Leave")).isFocused();
      desk.answers.put(CALL, call(""));
      page.keyboard().press("Enter");
      assertThat(page.getByText("Leave")).hasCount(0);
      Assertions.assertThat(desk.calls)
          .containsOnlyOnce("PUT /contacts/c-fr/call/supervisor")
          .containsOnlyOnce("DELETE /contacts/c-fr/call/guests/G2");
      Assertions.assertThat(desk.errors).isEmpty();
    }
  }

  @Test
  void whoHasNoTelephoneIsToldWhatToDo() {
    try (var desk = open(new Browser.NewContextOptions())) {
      desk.answers.put(
          "PUT /contacts/c-fr/call/supervisor",
          "409 {\"title\":\"You have no telephone\",\"detail\":\"An administrator enters it.\"}");
      row(desk.page).click();
      desk.page.getByText("Join").click();
      assertThat(desk.page.locator(".supervision .problem"))
          .hasText("You have no telephone. An administrator enters it.");
    }
  }

  @Test
  void aTalkThatIsOverLeavesTheList() {
    try (var desk = open(new Browser.NewContextOptions())) {
      row(desk.page).click();
      desk.answers.put(CALL, "404 {\"title\":\"Not found\"}");
      desk.send(
          "{\"type\":\"contact.closed\",\"seq\":101,\"at\":\"@0\","
              + "\"contact\":{\"id\":\"c-fr\",\"state\":\"closed\"}}");
      assertThat(desk.page.locator(".talks")).hasCount(0);
    }
  }
}
