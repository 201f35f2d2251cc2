package org.havenline.risk;

/// Where a word stands in a message, in UTF-16 units, `end` excluded.
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a span runs forwards from 0");
    }
  }
}
