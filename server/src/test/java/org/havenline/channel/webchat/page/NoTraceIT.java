package org.havenline.channel.webchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a chat leaves on the device: in the browser while it is open, and in its files afterwards.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoTraceIT {
  private static final String COUNT_ALL =
      """
      async () => [document.cookie.length, localStorage.length, sessionStorage.length,
          (await indexedDB.databases()).length, (await caches.keys()).length,
          (await navigator.serviceWorker.getRegistrations()).length, history.length - 1,
          location.pathname.length - 1, document.title === 'Messages' ? 0 : 1].join()
      """;

  private final Profile browsers = new Profile();
  private final List<String> words = browsers.words;

  @AfterAll
  void stop() {
    browsers.close();
  }

  private BrowserContext browser(Path profile) {
    return browsers.browser(profile, true);
  }

  /// With all twenty on the screen at last: ten said, eight heard, a number, and one not sent.
  private Visit talk(BrowserContext context) {
    var visit = new Visit(context).open("l=en").start();
    for (int i = 0; i < 9; i++) {
      visit.talk(words.get(i), words.get(9 + i));
    }
    visit.page.locator("#more").click();
    visit.page.locator("#text").click();
    visit.page.locator("#number").fill(words.get(18));
    visit.page.locator("#box").fill(words.get(19));
    return visit;
  }

  @Test
  void whileItIsOpenThereIsOneEntryAndNothingElse(@TempDir Path profile) throws IOException {
    try (var visit = talk(browser(profile))) {
      assertThat(visit.page.evaluate(COUNT_ALL)).isEqualTo("0,0,0,0,0,0,1,0,0");
      assertThat(visit.context.cookies()).isEmpty();
      assertThat(visit.hosts).containsOnly(visit.chat.url().substring("http://".length()));
      assertThat(visit.faults()).isEmpty();
      // a page that kept something would be seen
      visit.page.evaluate("document.cookie = 'a=b'; localStorage.c = 'd'; document.title = 'e'");
      assertThat(visit.page.evaluate(COUNT_ALL)).isEqualTo("3,1,0,0,0,0,1,0,1");
    }
    assertThat(browsers.found(profile)).isEmpty();
  }

  @Test
  void afterLeavingTheListOfPagesHasOneOfIt(@TempDir Path profile) throws IOException {
    var visit = talk(browser(profile));
    visit.page.locator("a.leave").click();
    visit.page.waitForURL(visit.chat.exitUrl().toString());
    visit.close();
    assertThat(browsers.found(profile)).isEmpty();
    var history = Files.readString(profile.resolve("Default/History"), ISO_8859_1);
    var addresses = Pattern.compile(Pattern.quote(visit.chat.url()) + "[ -~]*").matcher(history);
    assertThat(addresses.results().map(one -> one.group()).distinct().toList())
        .isNotEmpty()
        .allMatch(one -> one.startsWith(visit.chat.url() + "/?l=en"));
  }

  @Test
  void nothingIsLeftWhenTheBrowserIsKilled(@TempDir Path profile) throws IOException {
    var visit = talk(browser(profile));
    Profile.kill(profile);
    assertThat(browsers.found(profile)).isEmpty();
    visit.chat.close();
  }

  @Test
  void aPageThatKeepsAWordIsFound(@TempDir Path profile) throws IOException {
    try (var visit = new Visit(browser(profile)).open("l=en")) {
      visit.page.evaluate("word => localStorage.kept = word", words.getFirst());
      visit.page.evaluate("word => history.pushState('', '', '#' + word)", words.get(1));
      assertThat(visit.page.locator("#start")).isVisible();
    }
    assertThat(browsers.found(profile)).anyMatch(one -> one.startsWith("word 0 in"));
    assertThat(browsers.found(profile)).anyMatch(one -> one.startsWith("word 1 in"));
  }
}
