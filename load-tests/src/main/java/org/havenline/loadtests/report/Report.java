package org.havenline.loadtests.report;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says what happens while it happens, and in the end writes a page of results.
public final class Report {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String what;
  private final PrintStream out;
  private final InstantSource clock;
  private final List<String> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final long started = System.nanoTime();
  private boolean kept = true;
  private boolean reached = true;

  public Report(String what, PrintStream out, InstantSource clock) {
    this.what = what;
    this.out = out;
    this.clock = clock;
  }

  /// What the reader should know before: seed, sizes.
  public void say(String line) {
    notes.add(line);
    out.println(line);
  }

  /// One step on the way, not kept.
  public void progress(String line) {
    long seconds = (System.nanoTime() - started) / 1_000_000_000;
    out.println("  %4d s  %s".formatted(seconds, line));
  }

  /// One line of the table.
  ///
  /// @param promise what was promised
  /// @param seen what was seen
  public void row(String promise, String seen, boolean good) {
    rows.add("| %s | %s | %s |".formatted(promise, seen, good ? "yes" : "**no**"));
    kept &= good;
  }

  /// As [#row], for a figure that a busy machine can spoil: it counts in a run by hand, never in
  /// the build.
  public void goal(String goal, String seen, boolean met) {
    rows.add("| %s | %s | %s |".formatted(goal, seen, met ? "yes" : "**no**"));
    reached &= met;
  }

  /// Whether everything promised held, whatever the figures.
  public boolean kept() {
    return kept;
  }

  /// Whether the figures are as they should be, too.
  public boolean reached() {
    return kept && reached;
  }

  /// Prints the table.
  public void print() {
    out.println();
    table().forEach(out::println);
    out.println();
    out.println(
        kept ? reached ? "Promise kept." : "Promise kept, goal missed." : "PROMISE BROKEN.");
  }

  private List<String> table() {
    var table = new ArrayList<String>();
    table.add("| promised | seen | kept |");
    table.add("|---|---|---|");
    table.addAll(rows);
    return table;
  }

  /// Adds the run to the results of the day.
  ///
  /// @return the page
  public Path save(Path folder) {
    try {
      Files.createDirectories(folder);
      var page = folder.resolve(DAY.format(clock.instant()) + "-" + what + ".md");
      var lines = new ArrayList<String>();
      lines.add("# %s, %s".formatted(what, clock.instant().toString().substring(0, 16)));
      lines.add("");
      lines.add(Machine.describe());
      lines.add("");
      notes.forEach(note -> lines.add("* " + note));
      lines.add("");
      lines.addAll(table());
      lines.add("");
      Files.write(
          page,
          lines,
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
