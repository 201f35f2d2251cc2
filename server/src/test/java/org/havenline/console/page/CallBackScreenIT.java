package org.havenline.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// Calling one back who has hung up, on the console's page with a recorded state.
class CallBackScreenIT {
  private static final String CALLER =
      """
      {"type": "contact.left", "seq": %d, "at": "@0", "contact":
       {"id": "c-call", "state": "connected", "owner": "amina", "person": "Caller V8NC",
        "seenBefore": false, "channel": "VOICE", "queue": "english", "order": 4, "messages": 0,
        "language": {"tag": "en", "confidence": 1, "certainty": "own", "likely": []},
        "risk": {"level": "HIGH", "indicators": []}, "arrivedAt": "@-900", "unanswered": 0,
        "textable": true, "left": "@-300" %s}}
      """;

  @Test
  void isOneButtonAndTellsWhyItIsRefusedAndHowItStands() {
    try (var chromium = new Chromium();
        var desk =
            new RecordedDesk(
                chromium.browser, new Browser.NewContextOptions().setBypassCSP(true))) {
      desk.answers.put("GET /me", "200 " + RecordedDesk.recorded("me.json"));
      desk.answers.put("GET /conversations/c-call/messages", "200 {\"messages\":[]}");
      desk.answers.put(
          "POST /contacts/c-call/call-back",
          "409 {\"title\":\"Not known to be safe\",\"detail\":\"She has not said so.\"}");
      desk.open();
      desk.send(RecordedDesk.recorded("snapshot.json"));
      var page = desk.page;
      page.waitForSelector(".waiting");
      desk.send(CALLER.formatted(101, ""));
      page.locator(".own .row", new Page.LocatorOptions().setHasText("V8NC")).click();
      page.getByText("Call her back").click();
      assertThat(page.locator("hl-call-back .problem"))
          .hasText("Not known to be safe. She has not said so.");
      ScreensIT.accessible(page, "a call back that is refused");
      picture(page);

      desk.send(CALLER.formatted(102, ", \"callBack\": {\"state\": \"promised\"}"));
      assertThat(page.locator("hl-call-back")).containsText("in her turn");
      assertThat(button(page)).hasCount(0);
      desk.send(
          CALLER.formatted(
              103, ", \"callBackDue\": \"@600\", \"callBack\": {\"state\": \"wrong-code\"}"));
      assertThat(page.locator("hl-call-back")).containsText("did not know her digits");
      assertThat(page.locator("hl-promises")).containsText("did not know her digits");
      assertThat(button(page)).hasCount(1);
      ScreensIT.accessible(page, "a call back that somebody else took");
      picture(page);
      Assertions.assertThat(desk.calls).contains("POST /contacts/c-call/call-back");
    }
  }

  private static Locator button(Page page) {
    return page.getByText("Call her back");
  }

  /// `-Dcalls.picture=file` keeps one to be looked at.
  private static void picture(Page page) {
    var file = System.getProperty("calls.picture");
    if (file != null) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(file)));
    }
  }
}
