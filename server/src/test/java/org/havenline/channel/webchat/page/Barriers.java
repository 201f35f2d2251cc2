package org.havenline.channel.webchat.page;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/// What stands in somebody's way, as axe finds it. The page must not be under its policy, since axe
/// has to be put into it.
public final class Barriers {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private Barriers() {}

  public static List<String> in(Page page) {
    return new AxeBuilder(page)
        .withTags(RULES).analyze().getViolations().stream()
            .map(one -> one.getId() + " " + one.getNodes().getFirst().getHtml())
            .toList();
  }
}
