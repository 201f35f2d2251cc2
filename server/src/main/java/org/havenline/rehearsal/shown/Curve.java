package org.havenline.rehearsal.shown;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How something went through the days, hour by hour: live dashed, draft solid.
final class Curve {
  private static final int WIDTH = 760;
  private static final int LEFT = 60;
  private static final int RIGHT = 12;
  private static final int TOP = 10;
  private static final int HEIGHT = 180;

  /// @param look `live` or `draft`
  record Line(String look, List<Integer> byHour) {}

  private Curve() {}

  /// @param days names of the days, to stand below
  static String of(String title, String axis, List<String> days, List<Line> lines) {
    var svg = new Svg(title, WIDTH, TOP + HEIGHT + 46);
    int hours = lines.stream().mapToInt(line -> line.byHour().size()).max().orElse(1);
    double most =
        lines.stream().flatMap(line -> line.byHour().stream()).mapToInt(i -> i).max().orElse(1);
    var scale = new Scale(Math.max(most, 5));
    double across = (WIDTH - LEFT - RIGHT) / (double) hours;
    double up = HEIGHT / scale.end();
    int bottom = TOP + HEIGHT;
    for (double mark : scale.marks()) {
      svg.line("grid", LEFT, bottom - mark * up, WIDTH - RIGHT, bottom - mark * up);
      svg.text("small end", LEFT - 6, bottom - mark * up + 4, Long.toString(Math.round(mark)));
    }
    int every = (days.size() + 13) / 14;
    for (int day = 0; day < days.size(); day += every) {
      double x = LEFT + day * 24 * across;
      svg.line("grid", x, TOP, x, bottom + 4);
      svg.text("small start", x + 3, bottom + 15, days.get(day));
    }
    for (var line : lines) {
      svg.curve(
          "line " + line.look() + "-line",
          IntStream.range(0, line.byHour().size())
              .mapToObj(hour ->
                  Svg.point(LEFT + (hour + 0.5) * across, bottom - line.byHour().get(hour) * up))
              .collect(Collectors.joining("L")));
    }
    svg.line("axis", LEFT, TOP, LEFT, bottom).line("axis", LEFT, bottom, WIDTH - RIGHT, bottom);
    return svg.text("middle", (LEFT + WIDTH - RIGHT) / 2.0, bottom + 38, axis).toString();
  }
}
