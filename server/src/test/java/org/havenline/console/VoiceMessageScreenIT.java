package org.havenline.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.havenline.console.Screen.signIn;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.havenline.channel.twilio.voice.PlayedRecordings;
import org.havenline.console.page.Chromium;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a caller left is listened to in a real browser, under the policy of the desk.
class VoiceMessageScreenIT {
  private static final int SECONDS = 2;

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void herResponderPlaysWhatSheLeft(ColorScheme scheme) {
    try (var rig = new DeskRig();
        var chromium = new Chromium();
        var context =
            chromium.browser.newContext(
                new NewContextOptions().setColorScheme(scheme).setBypassCSP(false))) {
      var person = new Person(rig, "7F3K", "es").writes("hola").writes("hola");
      var messages = rig.conversations.messages(person.contact, 0, 2);
      var key = rig.transcripts.key(person.contact).orElseThrow();
      rig.transcripts.writeSound(
          person.contact,
          key,
          messages.getFirst().id(),
          PlayedRecordings.tone(8_000, 1, 16, SECONDS));
      rig.redis.call(
          "HSET", rig.keys.message(messages.getFirst().id()), "voice", "there " + SECONDS);
      rig.redis.call("HSET", rig.keys.message(messages.getLast().id()), "voice", "unreadable");
      person.isTakenBy("lucia");

      var page = context.newPage();
      var complaints = new ArrayList<String>();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      signIn(page, rig, "lucia");
      complaints.clear(); // the first question who she is has been answered with 401
      page.locator(".own .row").click();
      assertThat(page.locator(".message").first()).containsText("nobody has listened to it yet");
      assertThat(page.locator(".message").last()).containsText("cannot be played");
      var lasts =
          page.locator(".message audio")
              .evaluate(
                  """
                  async audio => {
                    audio.muted = true;
                    await audio.play();
                    return Math.round(audio.duration);
                  }\
                  """);
      Assertions.assertThat(lasts).isEqualTo(SECONDS);
      Assertions.assertThat(complaints).isEmpty();
      accessible(page);
      picture(page, scheme + "-voice");
      page.setViewportSize(320, 640);
      accessible(page);
      picture(page, scheme + "-voice-narrow");
    }
  }

  private static void accessible(Page page) {
    Assertions.assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  /// `-Dpictures=folder` keeps them.
  private static void picture(Page page, String name) {
    Optional.ofNullable(System.getProperty("pictures"))
        .map(folder -> Path.of(folder, name + ".png"))
        .ifPresent(file -> page.screenshot(new Page.ScreenshotOptions().setPath(file)));
  }
}
