package org.havenline.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.havenline.console.Screen.button;
import static org.havenline.console.Screen.signIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import org.havenline.console.page.Chromium;
import org.havenline.contact.ResponderId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A responder's work in a real browser, from signing in to closing a conversation.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskIT {
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
      signIn(page, rig, "nadia");
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
        signIn(page, rig, name);
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
  void aGuessedLanguageIsSetByOneKeyAndTheRiskByItsForm() {
    try (var context = chromium.browser.newContext()) {
      var page = context.newPage();
      signIn(page, rig, "lucia");
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
      signIn(page, rig, "tomas");
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
      signIn(page, rig, "amara");
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
}
