package org.havenline.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The softphone at the desk, with Twilio's library played: what it shows, and what it does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoftphoneScreenIT {
  private static final Pattern LIBRARY = Pattern.compile("/desk/softphone/twilio\\.js");
  private static final String NONE =
      """
      409 {"title":"This deployment has no softphone",
       "detail":"Calls come by telephone alone: ask an administrator to enter a number for you."}\
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

  private RecordedDesk open(Browser.NewContextOptions options, String token, boolean library) {
    var desk = new RecordedDesk(chromium.browser, options, library ? played() : Optional.empty());
    answers(desk, token);
    return desk;
  }

  private static Optional<byte[]> played() {
    return Optional.of(RecordedDesk.recorded("played-twilio.js").getBytes(UTF_8));
  }

  private static void answers(RecordedDesk desk, String token) {
    desk.answers.put("GET /me", "200 " + inTheBrowser("me.json"));
    desk.answers.put("PUT /me/presence", "200 {\"state\":\"away\"}");
    desk.answers.put("POST /call-token", token);
    desk.open();
    desk.send(inTheBrowser("snapshot.json"));
  }

  private static String inTheBrowser(String file) {
    return RecordedDesk.recorded(file)
        .replaceFirst(
            "\"presence\": \"available\"", "\"presence\": \"available\", \"softphone\": true");
  }

  private static String token(String name) {
    return "201 {\"token\":\"" + name + "\",\"expiresAt\":\"@300\"}";
  }

  private RecordedDesk ready() {
    var desk = open(new Browser.NewContextOptions(), token("one"), true);
    assertThat(softphone(desk)).containsText("Calls ring in this browser.");
    return desk;
  }

  private static Locator softphone(RecordedDesk desk) {
    return desk.page.locator(".softphone");
  }

  private static Locator button(RecordedDesk desk, String name) {
    return softphone(desk).getByText(name, new Locator.GetByTextOptions().setExact(true));
  }

  private static List<?> done(RecordedDesk desk) {
    return (List<?>) desk.page.evaluate("() => played.done");
  }

  @Test
  void answeringAcceptsTheCallAndPressesOneAndHangingUpEndsIt() {
    try (var desk = ready()) {
      desk.page.evaluate("() => played.rings()");
      assertThat(softphone(desk)).containsText("A call is waiting");
      button(desk, "Answer").click();
      desk.page.waitForFunction("() => played.done.includes('digits 1')");
      Assertions.assertThat(done(desk)).isEqualTo(List.of("device one", "accept", "digits 1"));
      button(desk, "Hang up").click();
      assertThat(softphone(desk)).containsText("Calls ring in this browser.");
      Assertions.assertThat(done(desk)).asString().endsWith("digits 1, disconnect]");
      Assertions.assertThat(desk.errors).noneMatch(error -> error.contains("olicy"));
    }
  }

  @Test
  void aCallThatIsNotWantedIsRejectedAndOneThatEndsIsGone() {
    try (var desk = ready()) {
      desk.page.evaluate("() => played.rings()");
      button(desk, "Hang up").click();
      Assertions.assertThat(done(desk)).isEqualTo(List.of("device one", "reject"));
      desk.page.evaluate("() => { played.rings(); played.call.emit('cancel'); }");
      assertThat(softphone(desk)).containsText("Calls ring in this browser.");
      assertThat(button(desk, "Answer")).hasCount(0);
    }
  }

  @Test
  void aTokenIsRenewedBeforeItEndsAndGivenUpOffDuty() {
    try (var desk = ready()) {
      desk.answers.put("POST /call-token", token("two"));
      desk.page.evaluate("() => played.devices[0].emit('tokenWillExpire')");
      desk.page.waitForFunction("() => played.done.includes('renewed two')");
      desk.page.getByText("Go off duty").click();
      assertThat(softphone(desk)).hasCount(0);
      Assertions.assertThat(done(desk)).asString().endsWith("destroyed]");
    }
  }

  @Test
  void theLibraryIsToldToSendNoReportsAndToFetchNoSounds() {
    try (var desk = ready()) {
      Assertions.assertThat(
              desk.page.evaluate(
                  "() => { const { publishEvents, sounds } = played.devices[0].options;"
                      + " return [publishEvents, Object.values(sounds).every((one) =>"
                      + " one.startsWith('/desk/'))]; }"))
          .isEqualTo(List.of(false, true));
    }
  }

  @Test
  void aMicrophoneThatIsKeptFromThePageIsSaid() {
    try (var desk = ready()) {
      desk.page.evaluate("() => played.rings()");
      button(desk, "Answer").click();
      // as the library does
      desk.page.evaluate("() => played.call.emit('disconnect')");
      desk.page.evaluate("() => played.call.emit('error', { code: 31401 })");
      assertThat(softphone(desk)).containsText("keeps the microphone from this page");
      assertThat(softphone(desk)).containsText("Calls ring in this browser.");
    }
  }

  @Test
  void aTalkThatGoesOnInSpiteOfAFaultCanStillBeHungUp() {
    try (var desk = ready()) {
      desk.page.evaluate("() => played.rings()");
      button(desk, "Answer").click();
      desk.page.evaluate("() => played.call.emit('error', { code: 31000 })");
      desk.page.evaluate("() => played.devices[0].emit('error', { code: 31005 })");
      desk.page.evaluate("() => played.devices[0].emit('unregistered')");
      assertThat(softphone(desk)).containsText("If you hear nobody, hang up.");
      button(desk, "Hang up").click();
      Assertions.assertThat(done(desk)).asString().contains("disconnect").doesNotContain("destroy");
    }
  }

  @Test
  void aCallThatRingsIsGoneWithTheLineAndTheLineComesBack() {
    try (var desk = ready()) {
      desk.page.clock().install();
      desk.page.evaluate("() => played.rings()");
      assertThat(button(desk, "Answer")).isVisible();
      desk.page.evaluate("() => played.devices[0].emit('unregistered')");
      assertThat(softphone(desk)).containsText("Calls do not ring here yet.");
      assertThat(button(desk, "Answer")).hasCount(0);
      desk.answers.put("POST /call-token", token("two"));
      desk.page.clock().fastForward(11_000);
      assertThat(softphone(desk)).containsText("Calls ring in this browser.");
      Assertions.assertThat(done(desk)).isEqualTo(List.of("device one", "destroyed", "device two"));
    }
  }

  @Test
  void whoGoesOffDutyInATalkStaysInItAndIsRungNoMore() {
    try (var desk = ready()) {
      desk.page.evaluate("() => played.rings()");
      button(desk, "Answer").click();
      desk.page.getByText("Go off duty").click();
      assertThat(desk.page.getByText("Go on duty to be asked.")).isVisible();
      assertThat(softphone(desk)).containsText("You are on the telephone.");
      desk.page.evaluate("() => played.devices[0].emit('tokenWillExpire')");
      button(desk, "Hang up").click();
      assertThat(softphone(desk)).hasCount(0);
      Assertions.assertThat(done(desk)).asString().endsWith("disconnect, destroyed]");
      Assertions.assertThat(desk.calls).containsOnlyOnce("POST /call-token");
    }
  }

  @Test
  void aLibraryThatCouldNotBeFetchedIsAskedForAgain() {
    try (var desk = new RecordedDesk(chromium.browser, new Browser.NewContextOptions(), played())) {
      desk.page.clock().install();
      desk.page.route(LIBRARY, Route::abort);
      answers(desk, token("one"));
      assertThat(softphone(desk)).containsText("Calls do not ring here yet.");
      desk.page.waitForCondition(() -> desk.calls.contains("POST /call-token"));
      desk.page.unroute(LIBRARY);
      desk.page.clock().fastForward(11_000);
      assertThat(softphone(desk)).containsText("Calls ring in this browser.");
    }
  }

  @Test
  void withoutOneItIsSaidCalmlyAndNothingIsLoaded() {
    var options = new Browser.NewContextOptions().setBypassCSP(true);
    try (var desk = open(options, NONE, false)) {
      assertThat(softphone(desk)).containsText("This deployment has no softphone. Calls come by");
      ScreensIT.accessible(desk.page, "no softphone");
      CallScreenIT.picture(desk.page, "none");
      Assertions.assertThat(desk.page.evaluate("() => 'Twilio' in globalThis")).isEqualTo(false);
    }
  }

  @Test
  void whoAnswersByTelephoneIsShownNothingAndAsksForNoToken() {
    try (var desk = new RecordedDesk(chromium.browser, new Browser.NewContextOptions())) {
      desk.answers.put("GET /me", "200 " + RecordedDesk.recorded("me.json"));
      desk.open();
      desk.send(RecordedDesk.recorded("snapshot.json"));
      desk.page.waitForSelector(".waiting");
      assertThat(softphone(desk)).hasCount(0);
      Assertions.assertThat(desk.calls).doesNotContain("POST /call-token");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axeFindsNothing(ColorScheme scheme) {
    var options = new Browser.NewContextOptions().setColorScheme(scheme).setBypassCSP(true);
    try (var desk = open(options, token("one"), true)) {
      Page page = desk.page;
      assertThat(softphone(desk)).containsText("Calls ring in this browser.");
      page.evaluate("() => played.rings()");
      assertThat(button(desk, "Answer")).isVisible();
      ScreensIT.accessible(page, "a call is waiting");
      CallScreenIT.picture(page, scheme + "-waiting");
      button(desk, "Answer").click();
      ScreensIT.accessible(page, "on the telephone");
      CallScreenIT.picture(page, scheme + "-talking");
      page.setViewportSize(320, 640);
      ScreensIT.accessible(page, "on the telephone, narrow");
      CallScreenIT.picture(page, scheme + "-talking-narrow");
      button(desk, "Hang up").click();
      CallScreenIT.picture(page, scheme + "-ready-narrow");
      page.evaluate("() => played.rings()");
      assertThat(button(desk, "Answer")).isVisible();
      CallScreenIT.picture(page, scheme + "-waiting-narrow");
    }
  }
}
