package org.havenline.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import org.havenline.console.page.Chromium;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.webhook.Signature;
import org.junit.jupiter.api.Test;

final class CallPageIT {
  private static final String SOFTPHONE = "client:ana";

  @Test
  void sheCallsFromThePageAndAResponderAnswersOnASoftphone() throws Exception {
    try (var stage = new Stage();
        var chromium = new Chromium()) {
      stage.server.document(
          "/twilio/voice",
          "<Gather numDigits=\"1\" timeout=\"60\" action=\"/twilio/voice/key\">"
              + "<Say language=\"ar-XA\">للعربية اضغط واحد</Say></Gather>");
      stage.server.document(
          "/twilio/voice/key",
          "<Dial callerId=\"" + Stage.LINE + "\"><Client>ana</Client></Dial><Say>Goodbye</Say>");
      var page = chromium.browser.newPage();
      var complaints = new ArrayList<String>();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      page.navigate(stage.page() + "#" + Stage.PHONE);
      var her = page.locator(".phone").first();
      var responder = page.locator(".phone").last();

      button(her, "Call").click();
      assertThat(her.locator(".heard li")).hasText("للعربية اضغط واحد");
      assertThat(her.locator(".heard li")).hasCSS("direction", "rtl");
      button(her, "1").click();
      // his telephone is laid beside hers when it rings
      assertThat(page.locator(".phone")).hasCount(2);
      assertThat(responder.locator(".number")).hasValue(SOFTPHONE);
      assertThat(responder.locator(".state")).containsText("Incoming call from " + Stage.LINE);
      button(responder, "Answer").click();
      assertThat(her.locator(".state")).hasText("Talking with 1");
      assertThat(responder.locator(".state")).hasText("Talking with 1");
      picture(page);
      button(responder, "Hang up").click();
      assertThat(her.locator(".heard li").last()).hasText("Goodbye");
      assertThat(her.locator(".state")).containsText("Call ended");

      var asked = stage.server.next();
      assertThat(asked.target()).isEqualTo("/twilio/voice");
      assertThat(asked.signature())
          .isEqualTo(
              new Signature(Client.TOKEN).of(Stage.PUBLIC_URL + asked.target(), asked.form()));
      assertThat(stage.client.rest("GET", "/Calls.json", Form.EMPTY).body())
          .contains("\"direction\":\"outbound-dial\"");
      assertThat(complaints).isEmpty();
    }
  }

  private static Locator button(Locator phone, String name) {
    return phone.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  /// To look at, when `-Dhavenline.picture=file.png` says where.
  private static void picture(Page page) {
    var file = System.getProperty("havenline.picture");
    if (file != null) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(file)));
    }
  }
}
