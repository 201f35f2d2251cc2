package org.havenline.referral.imports.report;

/// Where in an import something stands.
///
/// @param file its name, without folders
/// @param row line of a CSV or of JSON lines, or the how-manieth record; from 1
public record Origin(String file, long row) {
  /// Under this name a row carries its origin until it is tidied.
  public static final String FIELD = "@row";

  /// As it is carried.
  public String carried() {
    return row + ":" + file;
  }

  public static Origin parse(String carried) {
    int colon = carried.indexOf(':');
    return new Origin(carried.substring(colon + 1), Long.parseLong(carried.substring(0, colon)));
  }

  @Override
  public String toString() {
    return file + ", row " + row;
  }
}
