package org.havenline.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.havenline.console.Screen.button;
import static org.havenline.console.Screen.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.BufferedReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.havenline.audit.Author;
import org.havenline.console.page.Chromium;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.imports.Import;
import org.havenline.referral.imports.Source;
import org.havenline.referral.imports.tables.Forms;
import org.havenline.referral.search.Made;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Services and referrals beside a conversation, in a real browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServicesPanelIT {
  private static final String ESCAPING = "HIGH es.away=escaping/HIGH@0-9+";

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
  void servicesForHerStandBesideTheConversationAndFollowWhatIsTicked() throws Exception {
    put(
        Made.service("women").named("House for women").kind("shelter").speaks("es"),
        Made.service("all").named("House for all").kind("shelter").by("Open Door").speaks("es"),
        Made.service("law").named("Advocates").kind("legal"));
    try (var context = chromium.browser.newContext()) {
      var page = context.newPage();
      signIn(page, rig, "lucia");
      new Person(rig, "BEDS", "es").writes("me escapé", ESCAPING).isTakenBy("lucia");
      page.locator(".own .row").filter(of("BEDS")).click();
      button(page, "Services").click();

      // suggested by the sign alone
      assertThat(page.locator(".service h4")).hasCount(2);
      assertThat(page.locator(".chips button").first()).hasText("Shelter");

      page.getByLabel("What is needed").fill("abogado");
      assertThat(page.locator(".service h4")).hasText(new String[] {"Advocates"});
      page.getByLabel("What is needed").fill("");
      assertThat(page.locator(".service h4")).hasCount(2);

      rig.services.await(rig.services.replace(new ServiceId("service of women"), List.of()));
      page.locator(".search select[name=gender]").selectOption("man");
      assertThat(page.locator(".service h4")).hasText(new String[] {"House for all"});
      page.getByLabel("Age of the child").fill("14");
      button(page, "Add a child").click();
      assertThat(page.locator(".service .ask")).containsText("her children");

      page.getByLabel("Near", exactly()).fill("Atlantis");
      page.getByLabel("Near", exactly()).blur();
      assertThat(page.locator(".services > .problem")).containsText("no town of the directory");
      page.getByLabel("Near", exactly()).fill("");
      page.getByLabel("Near", exactly()).blur();
      page.getByLabel("Reply to").fill("half");
      button(page, "Hide").click();
      assertThat(page.getByLabel("Reply to")).hasValue("half");
      rig.signedIn("lucia")
          .send("POST", "/conversations/c-BEDS/close", "{\"disposition\":\"test\"}");
    }
  }

  @Test
  void aServiceIsOfferedAgreedToHandedOverAndTakenBack() throws Exception {
    stored("house", "House by the river", "+12025550171");
    put(Made.service("river").of(new ServiceId("house")).named("House by the river"));
    try (var context = chromium.browser.newContext()) {
      var page = context.newPage();
      signIn(page, rig, "lucia");
      new Person(rig, "RIVER", "es").writes("busco un lugar").isTakenBy("lucia");
      page.locator(".own .row").filter(of("RIVER")).click();
      button(page, "Services").click();
      page.getByLabel("What is needed").fill("river");
      button(page, "Offer").click();
      button(page, "Offer this service to her").click();
      var referral = page.locator(".referral");
      assertThat(referral).containsText("House by the river");
      assertThat(referral.getByText("Ring the service")).hasCount(0);

      referral.getByText("She agrees…").click();
      referral.getByLabel("Name").check();
      referral.getByLabel("Name, as she says it").fill("Ana");
      button(page, "She agreed").click();
      assertThat(referral).containsText("is told her name");
      referral.getByText("Ring the service").click();
      assertThat(referral).containsText("+12025550171");
      assertThat(referral).containsText("Name: Ana");
      referral.getByText("Make a link").click();
      assertThat(referral.getByLabel("Link for the service"))
          .hasValue(Pattern.compile("/r/.{40,}"));
      referral.getByLabel("What became of it").selectOption("accepted");
      page.locator(".referral hl-outcome button").click();
      assertThat(referral.locator(".outcome")).containsText("Accepted");

      var followUps = page.locator(".follow-ups li");
      referral
          .getByLabel("Ask again on")
          .fill(LocalDate.now(ZoneOffset.UTC).plusDays(7).toString());
      page.locator(".referral hl-outcome button").click();
      assertThat(followUps).containsText("Caller RIVER");
      followUps.locator("summary").click();
      followUps.getByLabel("Ask again on").fill("");
      page.locator(".follow-ups hl-outcome button").click();
      assertThat(followUps).hasCount(0);

      page.getByLabel("What is needed").fill("qqqqq");
      button(page, "Count this need as not met").click();
      assertThat(page.getByText("Counted as a need")).isVisible();

      page.getByLabel("She may be written to until").fill("2020-01-01T12:00");
      page.locator("hl-safe-time button").click();
      assertThat(page.getByLabel("She may be written to until")).hasValue("2020-01-01T12:00");

      referral.getByText("She takes it back").click();
      assertThat(referral).containsText("nothing leaves any more");
      assertThat(referral.getByText("Ring the service")).hasCount(0);
      rig.signedIn("lucia")
          .send("POST", "/conversations/c-RIVER/close", "{\"disposition\":\"referred\"}");
    }
  }

  private void stored(String id, String name, String phone) {
    var document =
        """
        {"id": "%s", "name": "%s", "status": "active", "organization": {"id": "o", "name": "Org"},
         "phones": [{"id": "p", "number": "%s"}], "havenline": {"vetting": "vetted"}}
        """
            .formatted(id, name, phone)
            .replace("\n", "");
    var imports = new Import(rig.directory, Forms.shipped());
    imports.apply(
        imports.preview(new Source.Text("s.ndjson", reader(document)), "test"), Author.FILES);
  }

  private static BufferedReader reader(String text) {
    return new BufferedReader(new StringReader(text));
  }

  private void put(Made... services) throws InterruptedException {
    long last = 0;
    for (var one : services) {
      var made = one.made();
      last = rig.services.replace(made.service(), List.of(made));
    }
    rig.services.await(last);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.FilterOptions of(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
