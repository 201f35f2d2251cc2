package org.havenline.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import org.havenline.audit.Author;
import org.havenline.console.page.Chromium;
import org.havenline.contact.ResponderId;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.imports.Import;
import org.havenline.referral.imports.Source;
import org.havenline.referral.imports.tables.Forms;
import org.havenline.referral.search.Made;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A responder's work in a real browser, from signing in to closing a conversation.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskIT {
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
  void aTextIsOfferedTakenAnsweredAndClosed() {
    var errors = new java.util.ArrayList<String>();
    try (var context = chromium.browser.newContext()) {
      var page = context.newPage();
      page.onConsoleMessage(message -> {
        if (message.type().equals("error") && !message.text().contains("401")) {
          errors.add(message.text());
        }
      });
      page.onPageError(errors::add);
      signIn(page, "nadia", rig.password("nadia"));
      button(page, "Go on duty").click();
      assertThat(page.locator(".duty")).hasText("On duty");

      var person = new Person(rig, "7F3K", "ar").writes("هل يوجد أحد؟");
      assertThat(page.locator(".list.waiting")).containsText("Caller 7F3K");
      person.isOfferedTo("nadia");
      assertThat(page.locator(".offer")).containsText("It is a test");
      button(page, "Accept").click();

      assertThat(page.locator(".message .text")).hasText("هل يوجد أحد؟");
      assertThat(page.locator(".offer")).hasCount(0);
      page.getByLabel("Reply to").fill("نعم، أنا هنا");
      page.keyboard().press("Control+Enter");
      var answer = page.locator(".message[data-direction=out]");
      assertThat(answer).hasCount(1);
      assertThat(answer.locator(".state")).hasText("Waiting to be sent");
      person.writes("شكرا");
      assertThat(page.locator(".message")).hasCount(3);

      button(page, "Close…").click();
      page.getByLabel("Supported in this conversation").check();
      button(page, "Close it").click();
      assertThat(page.locator(".own")).hasCount(0);
      assertThat(page.locator(".message")).hasCount(0);
    }
    org.assertj.core.api.Assertions.assertThat(errors).isEmpty();
  }

  @Test
  void ofThreeWhoAreAskedOneTakesItAndTheDesksOfTheOthersAreFreeAgain() {
    var desks = new java.util.LinkedHashMap<String, Page>();
    try {
      for (var name : List.of("ruth", "oksana", "tomas")) {
        var page = chromium.browser.newContext().newPage();
        desks.put(name, page);
        signIn(page, name, rig.password(name));
        button(page, "Go on duty").click();
        assertThat(page.locator(".duty")).hasText("On duty");
      }
      var person = new Person(rig, "THREE", "es").writes("hola");
      person.isOfferedTo("ruth", "oksana", "tomas");
      desks.values().forEach(page -> assertThat(page.locator(".offer")).hasCount(1));
      var taker = java.util.Objects.requireNonNull(desks.remove("oksana"));
      button(taker, "Accept").click();

      assertThat(taker.locator(".message .text")).hasText("hola");
      assertThat(taker.locator(".taken")).hasCount(0);
      taker.context().close();
      desks.forEach((name, page) -> {
        assertThat(page.locator(".offer")).hasCount(0);
        assertThat(page.locator(".taken")).hasText("Caller THREE is with a colleague now.");
        assertThat(page.locator("#spoken")).hasText("Caller THREE is with a colleague now.");
        assertThat(page.locator(".duty")).hasText("On duty");
        assertThat(page.locator(".problem:not(:empty)")).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(
                rig.redis.call("HLEN", rig.keys.of("holds:" + name)).number())
            .isZero();
      });
      new Person(rig, "NEXT", "es").writes("hola").isOfferedTo("ruth", "tomas");
      desks
          .values()
          .forEach(page -> assertThat(page.locator(".offer")).containsText("Caller NEXT"));
    } finally {
      desks.values().forEach(page -> page.context().close());
    }
  }

  @Test
  void servicesForHerStandBesideTheConversationAndFollowWhatIsTicked() throws Exception {
    put(
        Made.service("women").named("House for women").kind("shelter").speaks("es"),
        Made.service("all").named("House for all").kind("shelter").by("Open Door").speaks("es"),
        Made.service("law").named("Advocates").kind("legal"));
    try (var context = chromium.browser.newContext()) {
      var page = context.newPage();
      signIn(page, "lucia", rig.password("lucia"));
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
      signIn(page, "lucia", rig.password("lucia"));
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
          .hasValue(java.util.regex.Pattern.compile("/r/.{40,}"));
      referral.getByLabel("What became of it").selectOption("accepted");
      button(page, "Note").click();
      assertThat(referral.locator(".outcome")).containsText("Accepted");

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

  @Test
  void aGuessedLanguageIsSetByOneKeyAndTheRiskByItsForm() {
    try (var context = chromium.browser.newContext()) {
      var page = context.newPage();
      signIn(page, "lucia", rig.password("lucia"));
      var person = new Person(rig, "guess", "pt").writes("necesito ayuda");
      rig.redis.call(
          "HSET",
          rig.keys.contact(person.contact),
          "certainty",
          "PROVISIONAL",
          "candidates",
          "pt:0.70 es:0.25");
      person.isTakenBy("lucia");
      page.locator(".own .row").click();
      assertThat(page.locator(".guesses button")).hasCount(2);
      assertThat(page.locator(".guesses button").nth(1)).containsText("español");
      page.locator(".messages").click();
      page.keyboard().press("2");

      // the rig only now loads what understands
      assertThat(page.locator(".guesses"))
          .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
      assertThat(page.locator(".conversation .understood summary"))
          .containsText("Spanish (said by a colleague)");
      assertThat(page.locator(".message mark").last()).containsText("ayuda");
      page.locator(".conversation .understood summary").click();
      page.getByLabel("Risk").selectOption("HIGH");
      button(page, "Confirm or change").click();
      assertThat(page.locator(".conversation .about .risk")).hasText("High risk");
      org.assertj.core.api.Assertions.assertThat(person.now().understanding().language())
          .isEqualTo("es");
    }
  }

  @Test
  void theLanguageSheChoseHerselfIsSaidWithHerContactAndBelowHerAnswer() {
    try (var context = chromium.browser.newContext()) {
      var page = context.newPage();
      signIn(page, "tomas", rig.password("tomas"));
      var person = new Person(rig, "chooser", "es").writes("hola").writes("2");
      rig.redis.call("HSET", rig.keys.contact(person.contact), "certainty", "OWN");
      rig.redis.call("HSET", rig.keys.of("message:m-chooser-2"), "chose", "es");
      person.isTakenBy("tomas");
      page.locator(".own .row").click();

      assertThat(page.locator(".message").last()).containsText("She chose español (Spanish)");
      assertThat(page.locator(".message").first()).not().containsText("She chose");
      assertThat(page.locator(".guesses")).hasCount(0);
      assertThat(page.locator(".conversation .understood summary"))
          .containsText("Spanish (she chose it herself)");
    }
  }

  @Test
  void whenTheSessionEndsElsewhereThePageAsksToSignInAndKeepsTheDraft() {
    try (var context = chromium.browser.newContext()) {
      var page = context.newPage();
      signIn(page, "amara", rig.password("amara"));
      new Person(rig, "kept", "fr").writes("bonjour").isTakenBy("amara");
      page.locator(".own .row").click();
      page.getByLabel("Reply to").fill("je pense que");
      var renewed = "a new password for amara";
      rig.desk.passwords().set(new ResponderId("amara"), renewed);
      assertThat(page.getByLabel("Password")).isVisible();
      assertThat(page.locator(".message")).hasCount(0);
      page.getByLabel("Name").fill("amara");
      page.getByLabel("Password").fill(renewed);
      button(page, "Sign in").click();
      page.locator(".own .row").click();
      assertThat(page.getByLabel("Reply to")).hasValue("je pense que");
    }
  }

  private void signIn(Page page, String username, String password) {
    page.navigate(rig.url + "/desk");
    page.getByLabel("Name").fill(username);
    page.getByLabel("Password").fill(password);
    button(page, "Sign in").click();
    assertThat(page.locator(".link")).hasText("Connected");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
