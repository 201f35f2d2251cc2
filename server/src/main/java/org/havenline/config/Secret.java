package org.havenline.config;

/// A value that must not be seen: prints without it.
public record Secret(String value) {
  @Override
  public String toString() {
    return "[hidden]";
  }
}
