package org.havenline.channel.webchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.havenline.testing.Canaries;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

  private final Canaries canaries = new Canaries(new SplittableRandom(6));

  private final List<String> words = new ArrayList<>();

  @BeforeAll
  void twentyWordsThatOccurNowhereElse() {
    for (int i = 0; i < 20; i++) {
      // browsers keep texts of the west and others in different ways
      words.add(i % 2 == 0 ? canaries.plain("word " + i) : canaries.word("word " + i));
    }
  }

  @AfterAll
  void stop() {
    playwright.close();
  }

  private BrowserContext browser(Path profile) {
    return playwright
        .chromium()
        .launchPersistentContext(
            profile,
            new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox")));
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

  private TreeSet<String> found(Path profile) throws IOException {
    var found = new TreeSet<String>();
    try (var files = Files.walk(profile)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        for (var word : canaries.foundIn(Files.readAllBytes(file))) {
          found.add(word + " in " + profile.relativize(file));
        }
      }
    }
    return found;
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
    assertThat(found(profile)).isEmpty();
  }

  @Test
  void afterLeavingTheListOfPagesHasOneOfIt(@TempDir Path profile) throws IOException {
    var visit = talk(browser(profile));
    visit.page.locator("a.leave").click();
    visit.page.waitForURL(visit.chat.exitUrl().toString());
    visit.close();
    assertThat(found(profile)).isEmpty();
    var history = Files.readString(profile.resolve("Default/History"), ISO_8859_1);
    assertThat(history).contains("Messages").doesNotContain("/leave", "/chat/");
    assertThat(history.split(visit.chat.url(), -1))
        .hasSizeGreaterThan(1)
        .allMatch(part -> part.startsWith("/?l=en") || !part.startsWith("/"));
  }

  @Test
  void nothingIsLeftWhenTheBrowserIsKilled(@TempDir Path profile) throws IOException {
    var visit = talk(browser(profile));
    killed(profile);
    assertThat(found(profile)).isEmpty();
    visit.chat.close();
  }

  /// Ends only the browser that has this profile.
  private static void killed(Path profile) {
    var own =
        ProcessHandle.current()
            .descendants()
            .filter(
                one -> one.info().commandLine().orElse("").contains("--user-data-dir=" + profile))
            .toList();
    assertThat(own).isNotEmpty();
    own.forEach(ProcessHandle::destroyForcibly);
    Soon.holds(() -> assertThat(own).noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void aPageThatKeepsAWordIsFound(@TempDir Path profile) throws IOException {
    try (var visit = new Visit(browser(profile)).open("l=en")) {
      visit.page.evaluate("word => localStorage.kept = word", words.getFirst());
      visit.page.evaluate("word => history.pushState('', '', '#' + word)", words.get(1));
      assertThat(visit.page.locator("#start")).isVisible();
    }
    assertThat(found(profile)).anyMatch(one -> one.startsWith("word 0 in"));
    assertThat(found(profile)).anyMatch(one -> one.startsWith("word 1 in"));
  }
}
