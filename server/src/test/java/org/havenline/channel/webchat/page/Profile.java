package org.havenline.channel.webchat.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.havenline.testing.Canaries;
import org.havenline.testing.Soon;

/// Browsers that keep what browsers keep, and twenty words to look for in what they kept.
public final class Profile implements AutoCloseable {
  private static final int MOST_LOOKS = 20;

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

  private final Canaries canaries = new Canaries(new SplittableRandom(6));

  public final List<String> words = new ArrayList<>();

  public Profile() {
    for (int i = 0; i < 20; i++) {
      // browsers keep texts of the west and others in different ways
      words.add(i % 2 == 0 ? canaries.plain("word " + i) : canaries.word("word " + i));
    }
  }

  /// @param files where it keeps what it keeps
  /// @param script whether it runs any
  public BrowserContext browser(Path files, boolean script) {
    return playwright
        .chromium()
        .launchPersistentContext(
            files,
            new LaunchPersistentContextOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setJavaScriptEnabled(script)
                .setLocale("en-GB")
                .setArgs(List.of("--no-sandbox")));
  }

  /// Ends only the browser that keeps these files, as a phone that runs out of power would.
  public static void kill(Path files) {
    var own =
        ProcessHandle.current()
            .descendants()
            .filter(one -> one.info().commandLine().orElse("").contains("--user-data-dir=" + files))
            .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
            .distinct()
            .toList();
    assertThat(own).isNotEmpty();
    own.forEach(ProcessHandle::destroyForcibly);
    Soon.holds(() -> assertThat(own).noneMatch(ProcessHandle::isAlive));
  }

  /// Which words are in the files, and in which. While one is put in the place of another, it looks
  /// again.
  public SortedSet<String> found(Path files) throws IOException {
    for (int look = 0; look < MOST_LOOKS; look++) {
      try {
        return look(files);
      } catch (NoSuchFileException | UncheckedIOException replaced) {
        // by a browser that is about to end
      }
    }
    return look(files);
  }

  private SortedSet<String> look(Path files) throws IOException {
    var found = new TreeSet<String>();
    try (var all = Files.walk(files)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        for (var word : canaries.foundIn(Files.readAllBytes(file))) {
          found.add(word + " in " + files.relativize(file));
        }
      }
    }
    return found;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
