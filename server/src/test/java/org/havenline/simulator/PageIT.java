package org.havenline.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import org.havenline.console.page.Chromium;
import org.junit.jupiter.api.Test;

final class PageIT {
  @Test
  void textFromThePageArrivesAndTheAnswerIsShown() throws Exception {
    try (var stage = new Stage();
        var chromium = new Chromium()) {
      var page = chromium.browser.newPage();
      var complaints = new ArrayList<String>();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      page.navigate(stage.page() + "#" + Stage.PHONE);

      page.getByRole(AriaRole.BUTTON, named("العربية")).click();
      page.getByRole(AriaRole.BUTTON, named("Send")).click();

      assertThat(page.locator(".written")).containsText("received by the line");
      assertThat(page.locator(".written p")).hasCSS("direction", "rtl");
      assertThat(stage.server.next().form().first("From")).contains(Stage.PHONE);

      stage.client.send(Stage.answer("Are you safe?"));

      assertThat(page.locator(".answer p")).hasText("Are you safe?");
      assertThat(page.locator(".answer small")).containsText("delivered");
      assertThat(complaints).isEmpty();
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
