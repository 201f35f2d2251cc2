package org.havenline.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
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
import org.junit.jupiter.params.provider.EnumSource;

/// The call beside a conversation: what can be done to it, and that each is asked of the API.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallScreenIT {
  private static final String ALONE = call("false", "[]");
  private static final String BRIEFED =
      call(
          "true",
          """
          [{"id":"G1","kind":"interpreter","way":"join","state":"there","name":"Almaz Tesfaye"},
           {"id":"G2","kind":"successor","way":"warm","state":"there","name":"Ruth Ellison"}]\
          """);

  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  private static String call(String held, String guests) {
    return """
    200 {"talking":true,"held":%s,"muted":false,"emergency":true,"announced":true,"guests":%s,
     "colleagues":[{"username":"ruth","name":"Ruth Ellison"}]}\
    """
        .formatted(held, guests);
  }

  private RecordedDesk open(Browser.NewContextOptions options, String call) {
    var desk = new RecordedDesk(chromium.browser, options);
    desk.answers.put("GET /me", "200 " + RecordedDesk.recorded("me.json"));
    desk.answers.put("PUT /me/presence", "200 {\"state\":\"available\"}");
    desk.answers.put("GET /services/choices", "200 " + RecordedDesk.recorded("choices.json"));
    desk.answers.put("GET /contacts/c-ar/call", call);
    for (var language : new String[] {"ar", "en", "fr"}) {
      desk.answers.put(
          "GET /conversations/c-" + language + "/messages",
          "200 " + RecordedDesk.recorded("messages-" + language + ".json"));
    }
    for (var what :
        new String[] {
          "PUT /contacts/c-ar/call",
          "POST /contacts/c-ar/call/guests",
          "POST /contacts/c-ar/call/transfer",
          "POST /contacts/c-ar/call/transfer/complete",
          "DELETE /contacts/c-ar/call/guests/G2"
        }) {
      desk.answers.put(what, "204 ");
    }
    desk.open();
    desk.send(
        RecordedDesk.recorded("snapshot.json")
            .replaceFirst("\"channel\": \"SMS\"", "\"channel\": \"VOICE\""));
    desk.page.locator(".own .row", new Page.LocatorOptions().setHasText("7F3K")).click();
    desk.page.waitForSelector(".call");
    return desk;
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axeFindsNothingInACall(ColorScheme scheme) {
    var options = new Browser.NewContextOptions().setColorScheme(scheme).setBypassCSP(true);
    try (var desk = open(options, ALONE)) {
      ScreensIT.accessible(desk.page, "a call");
      picture(desk.page, scheme + "-call");
      desk.page.getByText("Transfer…").click();
      desk.page.getByText("Emergency…").click();
      ScreensIT.accessible(desk.page, "a call, all that can be done");
      picture(desk.page, scheme + "-open");
    }
    try (var desk = open(options, BRIEFED)) {
      ScreensIT.accessible(desk.page, "a call with others");
      picture(desk.page, scheme + "-others");
      desk.page.setViewportSize(390, 844);
      ScreensIT.accessible(desk.page, "a call, narrow");
    }
  }

  /// `-Dpictures=folder` keeps them.
  static void picture(Page page, String name) {
    Optional.ofNullable(System.getProperty("pictures"))
        .map(folder -> Path.of(folder, name + ".png"))
        .ifPresent(file -> page.screenshot(new Page.ScreenshotOptions().setPath(file)));
  }

  @Test
  void nothingCanBeWrittenIntoACallAndNoBoxSaysSo() {
    try (var desk = open(new Browser.NewContextOptions(), ALONE)) {
      assertThat(desk.page.locator(".composer")).containsText("nothing can be written into it");
      assertThat(desk.page.locator(".composer textarea")).hasCount(0);
      desk.page.locator(".own .row", new Page.LocatorOptions().setHasText("M4TX")).click();
      assertThat(desk.page.locator(".composer textarea")).isVisible();
    }
  }

  @Test
  void theCallOfOneIsNeverShownBesideTheNameOfAnother() {
    try (var desk = open(new Browser.NewContextOptions(), BRIEFED)) {
      var page = desk.page;
      desk.answers.put("GET /contacts/c-en/call", ALONE);
      desk.send(
          RecordedDesk.recorded("snapshot.json")
              .replace("\"channel\": \"SMS\"", "\"channel\": \"VOICE\""));
      assertThat(page.locator(".call .guests").first()).isVisible();
      // as soon as her name is there, before anything can have been answered about her call
      var guests =
          page.locator(".own .row", new Page.LocatorOptions().setHasText("2B9Q"))
              .evaluate(
                  "async (row) => { row.click(); await new Promise(requestAnimationFrame);"
                      + " return document.querySelectorAll('.call .guests').length; }");
      Assertions.assertThat(guests).isEqualTo(0);
      assertThat(page.locator(".call")).isVisible();
      assertThat(page.locator(".call .guests")).hasCount(0);
    }
  }

  @Test
  void herResponderSeesThatASupervisorListens() {
    var supervised =
        call(
            "false",
            """
            [{"id":"G3","kind":"supervisor","way":"listen","own":false,"state":"there","heardBy":"nobody",
              "name":"Miriam O."}]\
            """);
    try (var desk = open(new Browser.NewContextOptions(), supervised)) {
      assertThat(desk.page.locator(".call .guests")).hasText("Supervisor Miriam O.: listens");
      assertThat(desk.page.locator(".call .guests button")).hasCount(0);
      picture(desk.page, "supervised");
    }
  }

  @Test
  void eachButtonAsksForWhatItSays() {
    try (var desk = open(new Browser.NewContextOptions(), ALONE)) {
      var page = desk.page;
      page.getByText("Hold", new Page.GetByTextOptions().setExact(true)).click();
      page.getByText("Interpreter").click();
      page.getByText("Emergency…").click();
      page.getByText("Call emergency services").click();
      // nothing without a reason
      assertThat(page.locator(".call select[name=reason]")).isFocused();
      page.getByLabel("Why").selectOption("injured");
      page.getByText("Call emergency services").click();
      page.getByText("Transfer…").click();
      page.getByText("Brief first").click();
      page.waitForCondition(() -> desk.calls.contains("POST /contacts/c-ar/call/transfer"));
      Assertions.assertThat(desk.calls)
          .containsOnlyOnce("PUT /contacts/c-ar/call")
          .contains("POST /contacts/c-ar/call/guests");
      Assertions.assertThat(
              desk.calls.stream().filter("POST /contacts/c-ar/call/guests"::equals).count())
          .isEqualTo(2);
      Assertions.assertThat(desk.errors).isEmpty();
    }
  }

  @Test
  void aBriefedColleagueTakesItOrDoesNot() {
    try (var desk = open(new Browser.NewContextOptions(), BRIEFED)) {
      var page = desk.page;
      assertThat(page.locator(".call .guests"))
          .containsText("Colleague Ruth Ellison: is in the call");
      page.getByText("Hand over now").click();
      page.getByText("Keep the call").click();
      page.waitForCondition(() -> desk.calls.contains("DELETE /contacts/c-ar/call/guests/G2"));
      Assertions.assertThat(desk.calls).contains("POST /contacts/c-ar/call/transfer/complete");
    }
  }

  @Test
  void aRefusalIsSaidPlainly() {
    try (var desk = open(new Browser.NewContextOptions(), ALONE)) {
      desk.answers.put(
          "POST /contacts/c-ar/call/guests",
          "409 {\"title\":\"Nobody can be reached for this now\"}");
      desk.page.getByText("Interpreter").click();
      assertThat(desk.page.locator(".call .problem")).hasText("Nobody can be reached for this now");
    }
  }
}
