package org.havenline.channel.webchat.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.havenline.console.page.Chromium;
import org.havenline.translations.Pseudo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every screen of the page, as different people have it before them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensIT {
  /// Else axe looks at a third of what each pair of eyes sees, for it is slow.
  private static final boolean ALL = Boolean.getBoolean("havenline.screens");

  /// What axe does not look for: a screen wider than the phone, what is too small for a thumb, and
  /// a text that does not fit its box.
  private static final String AWKWARD =
      """
      () => {
        const wrong = [];
        if (document.documentElement.scrollWidth > innerWidth) { wrong.push('wider than the screen'); }
        for (const one of document.querySelectorAll('a,button,summary,input,textarea')) {
          const box = one.getBoundingClientRect();
          if (box.width > 1 && (box.height < 44 || box.width < 44)) {
            wrong.push('small: ' + one.outerHTML.slice(0, 60) + box.width + ' ' + box.height);
          }
        }
        for (const one of document.querySelectorAll('body *')) {
          if (one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1
              && getComputedStyle(one).overflowX !== 'visible') {
            wrong.push('cut off: ' + one.outerHTML.slice(0, 60));
          }
        }
        return wrong;
      }
      """;

  /// Everything that can be read or heard, but for messages and the names of languages.
  private static final String SAID =
      """
      () => {
        const all = [document.title];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
          const in_ = walk.currentNode.parentElement;
          if (!in_.closest('script,style,noscript,.tongues ul,#log p,#lines')) { all.push(walk.currentNode.data); }
        }
        for (const one of document.querySelectorAll('[title],[placeholder],[aria-label],[alt]')) {
          all.push(one.title, one.placeholder, one.getAttribute('aria-label'), one.alt);
        }
        return all.map(text => (text || '').trim()).filter(text => text && !/^\\[.*\\]$/s.test(text));
      }
      """;

  /// How she has it before her.
  enum Eyes {
    LIGHT(options -> {}),
    DARK(options -> options.setColorScheme(ColorScheme.DARK)),
    FORCED_COLOURS(options -> options.setForcedColors(ForcedColors.ACTIVE)),
    RIGHT_TO_LEFT(options -> options.setViewportSize(360, 640)),
    SMALL(options -> options.setViewportSize(320, 480)),
    LARGE_LETTERS(options -> options.setViewportSize(320, 256).setDeviceScaleFactor(4));

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final Consumer<NewContextOptions> options;

    Eyes(Consumer<NewContextOptions> options) {
      this.options = options;
    }

    NewContextOptions options() {
      // bypassing the policy is for axe alone, which has to be injected
      var all = new NewContextOptions().setViewportSize(390, 780).setBypassCSP(true);
      options.accept(all);
      return all;
    }

    String locale() {
      return this == RIGHT_TO_LEFT ? Pseudo.MIRRORED : this == LIGHT ? "en" : Pseudo.ACCENTED;
    }
  }

  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  private static List<String> strings(Page page, String script) {
    return ((List<?>) page.evaluate(script)).stream().map(String::valueOf).toList();
  }

  @ParameterizedTest
  @EnumSource
  void nothingStandsInAnybodysWay(Eyes eyes) {
    try (var visit = new Visit(chromium.browser, eyes.options())) {
      var found = new ArrayList<String>();
      Screens.each(
          visit,
          eyes.locale(),
          (screen, page) -> {
            boolean wanted = ALL || (screen.length() + eyes.name().length()) % 3 == 0;
            strings(page, AWKWARD).forEach(one -> found.add(screen + ": " + one));
            (wanted ? Barriers.in(page) : List.<String>of())
                .forEach(one -> found.add(screen + ": " + one));
            if (eyes.locale().equals(Pseudo.ACCENTED)) {
              strings(page, SAID)
                  .forEach(one -> found.add(screen + ": not from the texts: " + one));
            }
          });
      assertThat(found).isEmpty();
      assertThat(visit.faults()).isEmpty();
    }
  }

  @Test
  void theRealPolicyIsNeverBroken() {
    try (var visit = new Visit(chromium.browser, new NewContextOptions())) {
      Screens.each(visit, "en", (_, _) -> {});
      assertThat(visit.faults()).isEmpty();
      var made =
          visit.page.evaluate(
              "() => { try { document.body.innerHTML = '<b>x</b>'; return 'made'; } catch (e) {"
                  + " return e.name; } }");
      assertThat(made).as("text made markup").isEqualTo("TypeError");
    }
  }

  @Test
  void whatStandsInTheWayIsFound() {
    try (var visit = new Visit(chromium.browser, Eyes.SMALL.options())) {
      visit.chat.planted =
          html ->
              html.replace("min-height:2.75rem", "min-height:0")
                  .replace("padding:.55rem 1rem", "padding:0")
                  .replace("--ink:#1c2430", "--ink:#bbb")
                  .replace("<main>", "<main><p>Literal")
                  .replace("overflow-wrap:break-word", "white-space:nowrap");
      visit.open("l=" + Pseudo.ACCENTED);
      assertThat(Barriers.in(visit.page)).anyMatch(one -> one.startsWith("color-contrast"));
      assertThat(strings(visit.page, AWKWARD))
          .anyMatch(one -> one.startsWith("small"))
          .anyMatch(one -> one.startsWith("wider"));
      assertThat(strings(visit.page, SAID)).containsExactly("Literal");
    }
  }
}
