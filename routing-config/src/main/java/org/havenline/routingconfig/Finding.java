package org.havenline.routingconfig;

/// What is wrong in a file an administrator wrote, where, and what to do about it. Lines count from
/// 1; line 0 means the whole file.
public record Finding(String file, int line, String fault, String remedy) {
  @Override
  public String toString() {
    return file + ":" + line + " " + fault + ". " + remedy;
  }
}
