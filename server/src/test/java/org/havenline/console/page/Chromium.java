package org.havenline.console.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The system's Chromium; nothing is downloaded.
public final class Chromium implements AutoCloseable {
  static {
    // What is awaited is that it comes, not when: five seconds are too few on a busy machine.
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  public final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setArgs(List.of("--no-sandbox")));

  @Override
  public void close() {
    playwright.close();
  }
}
