package org.havenline.roster;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.routingconfig.RoutingTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `havenline.jar roster`
@Command(
    name = "roster",
    mixinStandardHelpOptions = true,
    description = "Shows who should be on shift and on call now and on the coming days.")
public final class RosterCommand implements Runnable {
  private static final int DAYS_OF_CHART = 7;
  private static final int DAYS_OF_CALENDAR = 28;
  private static final int MOST_DAYS = 366;

  private final PrintStream out;
  private final Supplier<RoutingTables> tables;
  private final InstantSource clock;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--ical", description = "write a calendar for telephones and computers instead")
  private boolean ical;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "how many days; default: 7, of a calendar 28")
  private Optional<Integer> days = Optional.empty();

  @Option(
      names = "--for",
      paramLabel = "USER",
      description = "a calendar of one member of staff only; names nobody else")
  private Optional<String> user = Optional.empty();

  public RosterCommand(PrintStream out, Supplier<RoutingTables> tables, InstantSource clock) {
    this.out = out;
    this.tables = tables;
    this.clock = clock;
  }

  @Override
  public void run() {
    int many = days.orElse(ical ? DAYS_OF_CALENDAR : DAYS_OF_CHART);
    if (many < 1 || many > MOST_DAYS) {
      throw refused("Between 1 and " + MOST_DAYS + " days can be shown.");
    }
    if (user.isPresent() && !ical) {
      throw refused("--for is for a calendar: add --ical.");
    }
    if (ical) {
      writeCalendar(tables.get(), many);
    } else {
      out.print(new RosterChart(tables.get()).draw(clock.instant(), many));
    }
  }

  private void writeCalendar(RoutingTables whole, int many) {
    user.filter(id -> whole.responder(id).isEmpty())
        .ifPresent(id -> {
          throw refused("Nobody in the table of responders has the id '" + id + "'.");
        });
    var now = clock.instant();
    var calendar = new RosterCalendar(whole, user).write(now, now.plus(Duration.ofDays(many)), now);
    // UTF-8 whatever the terminal speaks (RFC 5545, section 3.1.4)
    out.writeBytes(
        calendar
            .orElseThrow(() -> refused("There is no shift and no hand-over in these days."))
            .getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private ParameterException refused(String sentence) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
  }
}
