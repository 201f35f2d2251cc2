package org.havenline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import org.havenline.console.page.Chromium;
import org.havenline.testing.RunningServer;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void whoAnswersInTheBrowserIsASoftphoneOnTheTable(@TempDir Path tables) throws IOException {
    try (var files = Files.newDirectoryStream(Path.of("../routing-config/tables"))) {
      for (var file : files) {
        Files.writeString(
            tables.resolve(file.getFileName()),
            Files.readString(file).replace("phone: \"+12025550105\"", "phone: browser"));
      }
    }
    var settings = Map.of("HAVENLINE_ROUTING_CONFIG", tables.toString());
    try (var server = RunningServer.start(InstantSource.system(), settings);
        var chromium = new Chromium()) {
      var oksana = server.staff("oksana").onDuty();
      var page = chromium.browser.newPage();
      page.navigate(server.url() + "/simulator/#" + HERS);
      var her = page.locator(".phone").first();
      var his = page.locator(".phone").last();

      button(her, "Call").click();
      says(her, "Українська");
      button(her, "1").click();
      button(his, "Answer").click();
      assertThat(his.locator(".number")).hasValue(Pattern.compile("client:R[0-9A-Z]{26}"));
      says(his, "Press 1");
      button(his, "1").click();
      state(her, "Talking with 1");
      var contact = oksana.contacts().getFirst();
      assertThat(contact.getString("state")).isEqualTo("connected");
      var refused = server.signedIn("oksana").send("POST", "/call-token", null);
      assertThat(refused.body().getString("title")).isEqualTo("This is a demo");
      oksana.closes(contact.getString("id"));
      state(his, "Call ended");
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
