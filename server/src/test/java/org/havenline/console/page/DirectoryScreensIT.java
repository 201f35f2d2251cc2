package org.havenline.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page of the directory with recorded answers: free of faults that axe finds, nothing cut off,
/// and never too much at once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryScreensIT {
  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  /// As it stands for one who answers too.
  private RecordedDesk open(Browser.NewContextOptions options, String report) {
    var desk = new RecordedDesk(chromium.browser, options);
    desk.answers.put("GET /me", "200 " + RecordedDesk.recorded("administrator.json"));
    desk.answers.put(
        "GET /services/sources", "200 {\"sources\":[{\"name\":\"North\",\"services\":7}]}");
    desk.answers.put("POST /services/imports", "200 " + report);
    desk.open();
    button(desk.page, "Directory").click();
    desk.page.waitForSelector("#import-files");
    return desk;
  }

  private static void look(Page page) {
    page.getByLabel("Files")
        .setInputFiles(new FilePayload("s.csv", "text/csv", "id,name".getBytes(UTF_8)));
    button(page, "Show what would change").click();
    page.waitForSelector(".counts");
  }

  private static Locator button(Page page, String name) {
    return page.locator("button", new Page.LocatorOptions().setHasText(name));
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, NONE, 1280", "DARK, NONE, 320", "LIGHT, ACTIVE, 1280"})
  void axeFindsNothingAndNothingIsCutOff(ColorScheme scheme, ForcedColors forced, int width) {
    var options =
        new Browser.NewContextOptions()
            .setColorScheme(scheme)
            .setForcedColors(forced)
            .setViewportSize(width, 800)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setBypassCSP(true);
    try (var desk = open(options, RecordedDesk.recorded("import.json"))) {
      var page = desk.page;
      boolean each = forced == ForcedColors.NONE;
      accessible(page, "directory", each);
      button(page, "Show what would change").click();
      assertThat(page.locator("#import-title ~ .problem")).isVisible();
      accessible(page, "refused", each);
      look(page);
      for (var summary : page.locator(".fold > summary").all()) {
        if (summary.locator("..").getAttribute("open") == null) {
          summary.click();
        }
      }
      accessible(page, "what would change", true);
      button(page, "Import these changes").click();
      button(page, "Import more").waitFor();
      accessible(page, "imported", each);
    }
  }

  /// @param axe which takes its time, too
  private static void accessible(Page page, String screen, boolean axe) {
    if (axe) {
      ScreensIT.accessible(page, screen);
    }
    var wider =
        page.evaluate(
            "() => [document.documentElement, document.querySelector('hl-directory')]"
                + ".some(one => one.scrollWidth > one.clientWidth)");
    Assertions.assertThat(wider).as(screen + " is wider than the screen").isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 320"})
  void recordingsCanBeReadByAllAndNothingIsCutOff(ColorScheme scheme, int width) {
    var options =
        new Browser.NewContextOptions()
            .setColorScheme(scheme)
            .setViewportSize(width, 800)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setBypassCSP(true);
    try (var desk = new RecordedDesk(chromium.browser, options)) {
      desk.answers.put("GET /me", "200 " + RecordedDesk.recorded("administrator.json"));
      desk.answers.put("GET /prompts", "200 " + PROMPTS);
      desk.open();
      button(desk.page, "Recordings").click();
      desk.page.locator("details summary").click();
      ScreensIT.accessible(desk.page, "recordings");
      var wider =
          desk.page.evaluate(
              "() => [document.documentElement, document.querySelector('hl-recordings')]"
                  + ".some(one => one.scrollWidth > one.clientWidth)");
      Assertions.assertThat(wider).isEqualTo(false);
      Assertions.assertThat(desk.errors).isEmpty();
    }
  }

  private static final String PROMPTS =
      """
      {"languages": [{"language": "prs", "name": "دری", "voice": false, "heard": false, "words": "", "lacks": [],
        "sentences": [
          {"print": "0123456789abcdef", "number": 101, "name": "callNext", "text": "نوبت بعدی از شماست.",
            "review": "drafted", "recording": {"by": "jonas", "seconds": 1.5, "sound": "/twilio/prompts/x.wav"}},
          {"print": "0123456789abcdee", "number": 102, "name": "callLong", "text": "شاید وقت بگیرد.",
            "review": "drafted", "fault": "This is no WAV file."}]}], "stale": 2}
      """;

  @Test
  void tenThousandFindingsAreShownAPageAtATime() {
    var findings = new JsonArray();
    for (int i = 1; i <= 10_000; i++) {
      findings.add(
          new JsonObject()
              .put("kind", "rejected")
              .put("file", "s.csv")
              .put("field", "field " + i)
              .put("reason", "no number")
              .put("count", 1)
              .put("rows", List.of(i)));
    }
    var report = new JsonObject(RecordedDesk.recorded("import.json")).put("findings", findings);
    try (var desk = open(new Browser.NewContextOptions(), report.encode())) {
      var page = desk.page;
      look(page);
      var rows = page.locator(".fold > ul > li");
      assertThat(rows).hasCount(50);
      button(page, "Show 50 more").focus();
      page.keyboard().press("Enter");
      assertThat(rows).hasCount(100);
      assertThat(rows.nth(50)).isFocused();
      Assertions.assertThat(desk.errors).isEmpty();
    }
  }

  @Test
  void whoLeavesThePageFindsHerImportAgain() {
    try (var desk = open(new Browser.NewContextOptions(), RecordedDesk.recorded("import.json"))) {
      var page = desk.page;
      look(page);
      button(page, "Directory").click();
      assertThat(page.locator("hl-directory")).hasCount(0);
      button(page, "Directory").click();
      assertThat(page.locator(".counts")).isVisible();
      assertThat(button(page, "Import these changes")).isVisible();
    }
  }
}
