package org.havenline.channel.webchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.function.BiConsumer;
import org.havenline.channel.webchat.page.PlayedServer.Fate;

/// Everything the page can look like, one after the other.
final class Screens {
  private Screens() {}

  /// @param looks at each, by its name
  static void each(Visit visit, String locale, BiConsumer<String, Page> looks) {
    var page = visit.page;
    var chat = visit.chat;
    visit.open("l=" + locale);
    looks.accept("first", page);
    page.locator("#back").click();
    looks.accept("returning", page);
    page.locator("summary").click();
    looks.accept("languages", page);
    visit.open("y=1&l=" + locale);
    looks.accept("young", page);
    visit.start();
    looks.accept("empty", page);
    visit.say("Can you help me? أنا خائفة");
    assertThat(page.locator("#log .mine .sent")).not().hasText("");
    chat.say("waiting", 3, false);
    assertThat(page.locator("#state")).not().hasText("");
    looks.accept("waiting", page);
    chat.say("present", 0, true);
    chat.write("I am glad that you wrote. Is it safe to write just now?");
    page.locator("#log .them button").waitFor();
    page.keyboard().press("Shift");
    looks.accept("present, typing, Shift pressed", page);
    page.locator("#more").click();
    page.locator("#call").click();
    looks.accept("call me", page);
    page.locator("#get").click();
    assertThat(page.locator("#lines")).not().isEmpty();
    looks.accept("words to come back", page);
    page.locator("#get").click();
    page.locator("#more").click();
    chat.fate = call -> call.endsWith("/say") ? Fate.LOST : Fate.ANSWERED;
    visit.say("Are you there?");
    page.locator("#log .late").waitFor();
    looks.accept("not sent", page);
    chat.say("nobody", 0, false);
    looks.accept("nobody", page);
    chat.say("over", 0, false);
    page.locator("#again").waitFor();
    looks.accept("over, with a text that was not sent", page);
    chat.fate = _ -> Fate.ANSWERED;
    chat.say("new", 0, false);
    page.locator("#again").click();
    page.locator("#more").click();
    page.locator("#stop").click();
    looks.accept("stopped", page);
  }
}
