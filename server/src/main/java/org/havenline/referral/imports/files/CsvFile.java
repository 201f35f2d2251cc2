package org.havenline.referral.imports.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.havenline.referral.imports.report.Origin;
import org.jspecify.annotations.Nullable;

/// A CSV file (RFC 4180). A quote that is never closed would swallow the rest: a row that does not
/// come out as the header says is given up, and reading goes on with the line after its first.
public final class CsvFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /// Lines of one row; addresses and descriptions have some.
  private static final int MOST_LINES = 2_000;

  private final String file;
  private final BufferedReader lines;

  /// Lines of a row that was given up, to be read again.
  private final Deque<String> again = new ArrayDeque<>();

  private long line;

  private CsvFile(String file, BufferedReader lines) {
    this.file = file;
    this.lines = lines;
  }

  /// @throws IOException when it cannot be read
  public static void read(String file, BufferedReader lines, Rows rows) throws IOException {
    new CsvFile(file, lines).read(rows);
  }

  private void read(Rows rows) throws IOException {
    var header = header();
    if (header.isEmpty()) {
      return;
    }
    for (var first = next(); first != null; first = next()) {
      var origin = new Origin(file, line);
      if (!first.isBlank()) {
        row(first, header, origin, rows);
      }
    }
  }

  private List<String> header() throws IOException {
    var first = next();
    if (first == null) {
      return List.of();
    }
    var plain = !first.isEmpty() && first.charAt(0) == BYTE_ORDER_MARK ? first.substring(1) : first;
    return CsvLine.values(plain).orElse(List.of()).stream().map(String::strip).toList();
  }

  private void row(String first, List<String> header, Origin origin, Rows rows) throws IOException {
    var text = new StringBuilder(first);
    var taken = new ArrayList<String>();
    while (true) {
      var values = CsvLine.values(text);
      if (values.isPresent()) {
        accept(values.get(), header, origin, rows, taken);
        return;
      }
      var more = text.length() < Limits.RECORD && taken.size() < MOST_LINES ? next() : null;
      if (more == null) {
        giveUp(origin, rows, taken, "a quote is opened and not closed");
        return;
      }
      taken.add(more);
      text.append('\n').append(more);
    }
  }

  private void accept(
      List<String> values, List<String> header, Origin origin, Rows rows, List<String> taken) {
    boolean more = values.stream().skip(header.size()).anyMatch(one -> !one.isBlank());
    if (more || (values.size() < header.size() && !taken.isEmpty())) {
      giveUp(origin, rows, taken, "it has other columns than the header");
      return;
    }
    var row = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < Math.min(values.size(), header.size()); i++) {
      put(row, header.get(i), values.get(i));
    }
    if (row.isEmpty()) {
      rows.broken(origin, "an empty row");
    } else {
      rows.row(row, origin);
    }
  }

  private static void put(ObjectNode row, String column, String value) {
    if (!column.isEmpty() && !value.isEmpty() && value.length() <= Limits.TEXT) {
      row.put(column, value);
    }
  }

  private void giveUp(Origin origin, Rows rows, List<String> taken, String reason) {
    rows.broken(origin, reason);
    for (var one : taken.reversed()) {
      again.push(one);
    }
    line -= taken.size();
  }

  /// Null at the end.
  private @Nullable String next() throws IOException {
    var text = again.isEmpty() ? BoundedLine.read(lines) : again.pop();
    line++;
    return text;
  }
}
