package org.havenline.routingconfig;

/// One thing wrong in a file: where, what, and what to do about it.
///
/// @param line counted from 1; 0 when the whole file is meant
public record Finding(String file, int line, String fault, String remedy) {
  @Override
  public String toString() {
    return file + ":" + line + " " + fault + ". " + remedy;
  }
}
