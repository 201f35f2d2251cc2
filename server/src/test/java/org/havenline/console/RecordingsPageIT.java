package org.havenline.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.havenline.console.Screen.button;
import static org.havenline.console.Screen.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.havenline.channel.twilio.voice.PlayedRecordings;
import org.havenline.console.page.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What callers hear, on its page of the console, in a real browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingsPageIT {
  private DeskRig rig;
  private Chromium chromium;

  @BeforeAll
  void open() {
    rig = new DeskRig();
    chromium = new Chromium();
  }

  @AfterAll
  void close() {
    chromium.close();
    rig.close();
  }

  @Test
  void anAdministratorBringsARecordingAndTakesItBack() {
    var errors = new ArrayList<String>();
    try (var context = chromium.browser.newContext()) {
      var page = context.newPage();
      page.onPageError(errors::add);
      signIn(page, rig, "jonas");
      button(page, "Recordings").click();
      var spanish = page.locator("hl-recordings details").filter(having("español"));
      assertThat(spanish.locator("summary")).containsText("a voice");
      spanish.locator("summary").click();

      var file = spanish.getByLabel("Recording of callNext");
      file.setInputFiles(new FilePayload("a.wav", "audio/wav", "no sound".getBytes(UTF_8)));
      assertThat(spanish.locator(".problem").filter(having("no WAV"))).isVisible();
      file.setInputFiles(
          new FilePayload("a.wav", "audio/wav", PlayedRecordings.tone(44_100, 2, 16, 1)));
      assertThat(spanish.locator("summary")).containsText(Pattern.compile("1 of \\d+ recorded"));
      assertThat(spanish.getByText("recorded by jonas, 1.0 s")).isVisible();

      spanish.getByLabel("Remove: callNext").click();
      assertThat(spanish.locator("summary")).not().containsText("recorded");
      page.locator("#by-phone-number").fill("0171 23");
      button(page, "Get a code").click();
      assertThat(page.locator("hl-by-phone .problem")).containsText("with + and its country");
      page.locator("#by-phone-number").fill("+1 (202) 555-0143");
      button(page, "Get a code").click();
      assertThat(page.locator("hl-by-phone strong")).hasText(Pattern.compile("\\d{8}"));
      assertThat(spanish.locator("hl-sentence").first()).containsText("201, call");

      button(page, "Recordings").click();
      assertThat(page.locator("hl-directory")).isVisible();
    }
    Assertions.assertThat(errors).isEmpty();
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void aResponderIsNotOfferedThePage() {
    try (var context = chromium.browser.newContext()) {
      Page page = context.newPage();
      signIn(page, rig, "lucia");
      assertThat(button(page, "Go on duty")).isVisible();
      assertThat(button(page, "Recordings")).hasCount(0);
    }
  }
}
