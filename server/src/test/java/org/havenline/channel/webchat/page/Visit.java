package org.havenline.channel.webchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/// Somebody on the page, and the one who answers her.
final class Visit implements AutoCloseable {
  final PlayedServer chat = new PlayedServer();
  final BrowserContext context;
  final Page page;

  /// What the browser printed as an error: what breaks the page's policy is among it.
  final List<String> errors = new ArrayList<>();

  /// What the browser printed otherwise.
  final List<String> printed = new ArrayList<>();

  /// Hosts that were asked for anything.
  final List<String> hosts = new ArrayList<>();

  Visit(Browser browser, Browser.NewContextOptions options) {
    this(browser.newContext(options));
  }

  Visit(BrowserContext context) {
    this.context = context;
    page = context.newPage();
    page.onConsoleMessage(
        message -> (message.type().equals("error") ? errors : printed).add(message.text()));
    page.onPageError(errors::add);
    page.onRequest(request -> hosts.add(java.net.URI.create(request.url()).getAuthority()));
  }

  /// @param query of the address, without its question mark
  Visit open(String query) {
    page.navigate(chat.url() + "/?" + query);
    return this;
  }

  Visit start() {
    page.locator("#start button").click();
    assertThat(page.locator("#box")).isFocused();
    return this;
  }

  void say(String text) {
    page.locator("#box").fill(text);
    page.locator("#send .key").click();
  }

  /// Both have said something, and it has arrived.
  Visit talk(String hers, String theirs) {
    say(hers);
    chat.say("present", 0, false);
    chat.write(theirs);
    assertThat(page.locator("#log .mine .sent").last()).hasText("Arrived");
    assertThat(page.locator("#log .them p").last()).hasText(theirs);
    return this;
  }

  /// Faults of the page itself, without what it cannot help: a request that failed.
  List<String> faults() {
    return errors.stream().filter(one -> !one.startsWith("Failed to load resource")).toList();
  }

  @Override
  public void close() {
    context.close();
    chat.close();
  }
}
