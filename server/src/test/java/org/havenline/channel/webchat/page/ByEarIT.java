package org.havenline.channel.webchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.List;
import java.util.function.UnaryOperator;
import org.havenline.console.page.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// For who hears the page, and who moves in it by keys.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ByEarIT {
  /// Writes down what a screen reader is told to speak: what is added to the log, and what the
  /// status says; not what changes in a part that is silent.
  private static final String LISTEN =
      """
      () => {
        window.spoken = [];
        const silent = node => node.parentElement.closest('[aria-live=off]');
        new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(node => {
          if (!silent(node) && node.innerText) {
            spoken.push([...node.querySelectorAll('b,p')].map(e => e.innerText).join(': ')
                || node.innerText);
          }
        }))).observe(document.getElementById('log'), {childList: true, subtree: true});
        new MutationObserver(() => spoken.push(document.getElementById('state').innerText))
            .observe(document.getElementById('state'), {childList: true});
      }
      """;

  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  private List<String> spoken(UnaryOperator<String> planted) {
    try (var visit = new Visit(chromium.browser, new NewContextOptions().setBypassCSP(true))) {
      visit.chat.planted = planted;
      visit.open("l=en").start();
      visit.page.evaluate(LISTEN);
      visit.talk("one", "two");
      visit.page.locator("#log .them button").waitFor();
      visit.talk("three", "four");
      return ((List<?>) visit.page.evaluate("spoken")).stream().map(String::valueOf).toList();
    }
  }

  @Test
  void eachMessageIsSpokenOnceWithItsAuthor() {
    assertThat(spoken(UnaryOperator.identity()))
        .containsExactlyInAnyOrder(
            "You: one",
            "Answer: two",
            "You: three",
            "Answer: four",
            "Someone is here for you now.");
  }

  @Test
  void aPageThatRepeatsItselfIsCaught() {
    assertThat(
            spoken(html ->
                html.replace(
                    "log.insertBefore(one, next);",
                    "log.insertBefore(one, next);log.appendChild(one);")))
        .filteredOn(one -> one.equals("You: one"))
        .hasSizeGreaterThan(1);
  }

  @Test
  void everythingIsReachedByKeysSeenAndNotHidden() {
    try (var visit =
        new Visit(chromium.browser, new NewContextOptions().setViewportSize(360, 740))) {
      var page = visit.page;
      visit.open("l=en");
      assertThat(walk(visit, 4))
          .containsExactly("Leave this page now", "Leave", "Other languages", "Start");
      page.keyboard().press("Enter");
      assertThat(page.locator("#box")).isFocused();
      page.keyboard().type("one");
      page.keyboard().press("Shift+Enter");
      page.keyboard().type("two");
      page.keyboard().press("Enter");
      assertThat(page.locator("#log .mine p")).hasText("one\ntwo");
      for (int i = 0; i < 12; i++) {
        visit.chat.write("Answer number " + i);
      }
      page.locator("#log .them button").last().waitFor();
      page.locator("h1").click();
      assertThat(walk(visit, 16)).startsWith("Leave", "Read aloud").endsWith("box", "Send", "More");
      page.keyboard().press("Enter");
      assertThat(walk(visit, 4))
          .containsExactly("Call me", "Text me", "Get words to come back", "I have to stop now");
    }
  }

  /// By Tab, so often; what it came to, with what was wrong with it.
  private static List<String> walk(Visit visit, int steps) {
    return java.util.stream.IntStream.range(0, steps)
        .mapToObj(_ -> {
          visit.page.keyboard().press("Tab");
          return String.valueOf(
              visit.page.evaluate(
                  """
                  () => {
                    const one = document.activeElement;
                    const box = one.getBoundingClientRect();
                    const top = document.elementFromPoint(
                        box.left + box.width / 2, box.top + box.height / 2);
                    return (one.innerText || one.id).trim()
                        + (getComputedStyle(one).outlineStyle === 'none' ? ' focus not shown' : '')
                        + (top && (one === top || one.contains(top)) ? '' : ' hidden');
                  }
                  """));
        })
        .toList();
  }
}
