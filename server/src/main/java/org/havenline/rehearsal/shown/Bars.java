package org.havenline.rehearsal.shown;

import java.util.List;
import java.util.function.DoubleFunction;

/// Bars side by side: for each name one of each table, live hollow, draft black. A thin line goes
/// on from the end of a bar to a second figure.
final class Bars {
  private static final int WIDTH = 760;
  private static final int LEFT = 150;
  private static final int RIGHT = 70;
  private static final int TOP = 8;
  private static final int THICK = 13;
  private static final int BELOW = 44;

  private final String title;
  private final String axis;
  private final DoubleFunction<String> scale;

  /// One bar.
  ///
  /// @param look `live` or `draft`
  /// @param further where the thin line ends; not more than `value`: there is none
  record Bar(String look, double value, double further) {}

  /// @param name to the left
  record Group(String name, List<Bar> bars) {}

  /// @param axis what is measured, and in which unit
  /// @param scale figures below the axis
  Bars(String title, String axis, DoubleFunction<String> scale) {
    this.title = title;
    this.axis = axis;
    this.scale = scale;
  }

  String of(List<Group> groups) {
    int rows = groups.stream().mapToInt(group -> group.bars().size()).sum();
    int bottom = TOP + rows * THICK + groups.size() * 10;
    var svg = new Svg(title, WIDTH, bottom + BELOW);
    double most =
        groups.stream()
            .flatMap(group -> group.bars().stream())
            .mapToDouble(bar -> Math.max(bar.value(), bar.further()))
            .max()
            .orElse(0);
    var steps = new Scale(most);
    double unit = (WIDTH - LEFT - RIGHT) / steps.end();
    for (double mark : steps.marks()) {
      double x = LEFT + mark * unit;
      svg.line("grid", x, TOP, x, bottom);
      svg.text("small middle", x, bottom + 15, scale.apply(mark));
    }
    double y = TOP + 4;
    for (var group : groups) {
      double middle = y + group.bars().size() * THICK / 2.0 + 4;
      svg.text("end", LEFT - 8, middle, group.name());
      for (var bar : group.bars()) {
        draw(svg, bar, y, unit);
        y += THICK;
      }
      y += 10;
    }
    svg.line("axis", LEFT, TOP, LEFT, bottom);
    svg.text("middle", (LEFT + WIDTH - RIGHT) / 2.0, bottom + 36, axis);
    return svg.toString();
  }

  private void draw(Svg svg, Bar bar, double y, double unit) {
    double end = LEFT + bar.value() * unit;
    svg.box(bar.look(), LEFT, y + 1, end - LEFT, THICK - 3);
    double far = Math.max(end, LEFT + bar.further() * unit);
    if (far > end) {
      double middle = y + THICK / 2.0;
      svg.line("far", end, middle, far, middle).line("far", far, middle - 3, far, middle + 3);
    }
    svg.text(
        "small start", far + 4, y + THICK - 3, scale.apply(Math.max(bar.value(), bar.further())));
  }
}
