package org.havenline.contact;

/// A hotline: its numbers, languages, staff. All routing keys of one line share one Redis slot.
public record LineId(String value) {
  public LineId {
    Ids.require(value, "LineId");
  }

  @Override
  public String toString() {
    return value;
  }
}
