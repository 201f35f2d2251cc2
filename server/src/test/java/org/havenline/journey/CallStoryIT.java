package org.havenline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.InstantSource;
import org.havenline.console.page.Chromium;
import org.havenline.testing.RunningServer;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.Test;

/// One call through the whole server, on the telephones of the demo's page: she dials, hears her
/// language, a responder's telephone rings, they talk, and he ends it at his desk.
final class CallStoryIT {
  private static final String HERS = "+380501234567";

  /// Rules are loaded after the doors are open.
  private static final double PATIENCE = 40_000;

  @Test
  void sheCallsAndTalksWithWhoSpeaksHerLanguage() {
    try (var server = RunningServer.start(InstantSource.system());
        var chromium = new Chromium()) {
      var oksana = server.staff("oksana").onDuty();
      var context =
          chromium.browser.newContext(new Browser.NewContextOptions().setViewportSize(1000, 860));
      var page = context.newPage();
      page.navigate(server.url() + "/simulator/#" + HERS);
      var her = page.locator(".phone").first();
      var his = page.locator(".phone").last();

      button(her, "Call").click();
      says(her, "Українська");
      button(her, "1").click();
      says(her, "Залишайтеся на лінії, будь ласка.");

      button(his, "Answer").click();
      assertThat(page.locator(".phone")).hasCount(2);
      says(his, "Press 1");
      button(his, "1").click();
      state(her, "Talking with 1");
      state(his, "Talking with 1");
      picture(page);
      var contact = oksana.contacts().getFirst();
      assertThat(contact.getString("state")).isEqualTo("connected");
      assertThat(contact.getString("channel")).isEqualTo("VOICE");

      oksana.closes(contact.getString("id"));
      state(her, "Call ended");
      state(his, "Call ended");
      Soon.holds(() -> assertThat(oksana.contacts()).isEmpty());
    }
  }

  private static Locator button(Locator phone, String name) {
    return phone.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void says(Locator phone, String words) {
    shows(phone.locator(".heard"), words);
  }

  private static void state(Locator phone, String words) {
    shows(phone.locator(".state"), words);
  }

  private static void shows(Locator part, String words) {
    assertThat(part)
        .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
  }

  /// To look at, when `-Dhavenline.picture=file.png` says where.
  private static void picture(Page page) {
    var file = System.getProperty("havenline.picture");
    if (file != null) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(file)));
    }
  }
}
