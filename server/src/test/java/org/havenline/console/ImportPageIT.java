package org.havenline.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.havenline.console.Screen.button;
import static org.havenline.console.Screen.signIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.havenline.console.page.Chromium;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.hsds.reading.Reading;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.What;
import org.havenline.referral.stored.LiveServices;
import org.havenline.referral.taxonomy.Taxonomy;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Services brought in and taken out on the page of the console, in a real browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportPageIT {
  private static final String GOOD = service("good", "Harbour house", "+12025550171");
  private static final String REPAIRED =
      service("mended", "Lighthouse", "+12025550172")
          .replace(
              "}], \"hav", "}], \"schedules\": [{\"id\": \"s\", \"opens_at\": \"9am\"}], \"hav");
  private static final String BROKEN = "{\"id\": \"broken\", \"name\":";

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

  private static String service(String id, String name, String phone) {
    return """
    {"id": "%s", "name": "%s", "status": "active", "organization": {"id": "o", "name": "Org"}, \
    "phones": [{"id": "p-%s", "number": "%s"}], "havenline": {"vetting": "vetted"}}
    """
        .formatted(id, name, id, phone)
        .strip();
  }

  @Test
  void anEditorSeesWhatAFileWouldChangeImportsItAndItIsFound(@TempDir Path folder)
      throws Exception {
    var errors = new ArrayList<String>();
    try (var context = chromium.browser.newContext();
        var live = live(folder)) {
      var page = context.newPage();
      page.onPageError(errors::add);
      signIn(page, rig, "jonas");
      assertThat(button(page, "Go on duty")).hasCount(0);
      assertThat(page.locator(".side")).hasCount(0);

      look(page, "partner.ndjson", String.join("\n", GOOD, REPAIRED, BROKEN));
      assertThat(page.getByLabel("Whose services are these?")).hasCount(0);
      counts(page, "new", 2);
      counts(page, "row repaired", 1);
      counts(page, "row left out", 1);
      assertThat(page.locator("hl-fold").first()).containsText("no JSON");
      assertThat(page.locator("hl-fold").first()).containsText("row 3");
      page.getByText("Repaired: 1 row").click();
      assertThat(page.locator("hl-fold").nth(1)).containsText("partner.ndjson, opens_at");
      Assertions.assertThat(rig.directory.stored(new ServiceId("good")))
          .as("before it is said")
          .isEmpty();

      button(page, "Import these changes").dblclick();
      assertThat(page.locator("#import-title")).hasText("Imported");
      assertThat(page.locator("#import-title")).isFocused();
      Soon.holds(() -> Assertions.assertThat(found(live)).containsExactly("Harbour house"));
      Assertions.assertThat(rig.directory.audit())
          .as("imported once")
          .filteredOn(one -> one.object().equals("source partner"))
          .hasSize(1);

      button(page, "Import more").click();
      look(page, "partner.ndjson", String.join("\n", GOOD, REPAIRED, BROKEN));
      assertThat(page.getByText("Nothing would change")).isVisible();
      assertThat(button(page, "Import these changes")).hasCount(0);

      var saved = page.waitForDownload(() -> button(page, "Save as a file").click());
      Assertions.assertThat(Files.readString(saved.path())).contains("Lighthouse");
    }
    Assertions.assertThat(errors).isEmpty();
  }

  @Test
  void whatCannotBeTakenIsSaidInWordsAndWhatChangedMeanwhileIsShownAgain() {
    try (var context = chromium.browser.newContext()) {
      var page = context.newPage();
      signIn(page, rig, "jonas");
      var problem = page.locator("#import-title ~ .problem");
      button(page, "Show what would change").focus();
      page.keyboard().press("Enter");
      assertThat(problem).hasText("Say whose services these are.");
      choose(page, "package.zip", "PK");
      button(page, "Show what would change").click();
      assertThat(problem).containsText("Unpack it");

      look(page, "other.ndjson", service("late", "Late", "+12025550173"));
      rig.signedIn("jonas")
          .send(
              "POST",
              "/services/imports",
              """
              {"source":"package","apply":true,"files":[{"name":"a.ndjson","text":"{\\"id\\":\\"late\\",\\"name\\":\\"Late\\",\\"status\\":\\"active\\"}"}]}
              """);
      button(page, "Import these changes").click();
      assertThat(problem).containsText("Something else would change than what was shown");
      button(page, "Look again").click();
      counts(page, "changed", 1);
      button(page, "Import these changes").click();
      assertThat(page.locator("#import-title")).hasText("Imported");
    }
  }

  @Test
  void aResponderIsNotOfferedThePage() {
    try (var context = chromium.browser.newContext()) {
      var page = context.newPage();
      signIn(page, rig, "lucia");
      assertThat(button(page, "Go on duty")).isVisible();
      assertThat(button(page, "Directory")).hasCount(0);
      assertThat(page.locator("hl-directory")).hasCount(0);
    }
  }

  private static void look(Page page, String name, String text) {
    choose(page, name, text);
    button(page, "Show what would change").click();
    assertThat(page.locator(".counts")).isVisible();
    assertThat(page.locator("#import-title")).isFocused();
  }

  private static void choose(Page page, String name, String text) {
    page.getByLabel("Files").setInputFiles(new FilePayload(name, "", text.getBytes(UTF_8)));
  }

  private static void counts(Page page, String of, int many) {
    assertThat(page.locator(".counts div:has(dt:text-is('" + of + "')) dd"))
        .hasText(Integer.toString(many));
  }

  private LiveServices live(Path folder) {
    var taxonomy = Taxonomy.shipped();
    var reading = new Reading(ZoneOffset.UTC, taxonomy);
    return new LiveServices(folder, rig.directory, rig.redis, reading, taxonomy, () -> true);
  }

  private static List<String> found(LiveServices live) {
    var search =
        Search.all(Viewer.PERSON, Instant.parse("2026-11-29T12:00:00Z"))
            .with(What.words("harbour"));
    return live.search().find(search) instanceof Found.Some some
        ? some.matches().stream().map(one -> one.service().name().best(List.of())).toList()
        : List.of();
  }
}
