package org.havenline.rehearsal.shown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A table of plain text: the first column to the left, figures to the right.
final class Columns {
  private final List<List<String>> rows = new ArrayList<>();
  private final boolean figures;

  private Columns(boolean figures) {
    this.figures = figures;
  }

  static Columns ofFigures() {
    return new Columns(true);
  }

  /// All columns to the left.
  static Columns ofTexts() {
    return new Columns(false);
  }

  Columns row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  Columns row(String first, List<String> others) {
    var cells = new ArrayList<String>();
    cells.add(first);
    cells.addAll(others);
    rows.add(List.copyOf(cells));
    return this;
  }

  @Override
  public String toString() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    var widths = new ArrayList<>(Collections.nCopies(columns, 0));
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths.set(i, Math.max(widths.get(i), row.get(i).length()));
      }
    }
    var text = new StringBuilder();
    for (var row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        var space = " ".repeat(widths.get(i) - row.get(i).length());
        line.append(i == 0 ? "" : "  ");
        line.append(i == 0 || !figures ? row.get(i) + space : space + row.get(i));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
