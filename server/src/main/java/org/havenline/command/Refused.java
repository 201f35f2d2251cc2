package org.havenline.command;

import java.util.List;

/// A file that is not as it must be: its findings go to the person who named it.
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> sentences;

  /// @param findings what, where, what to do
  public Refused(List<?> findings) {
    this.sentences = findings.stream().map(Object::toString).toList();
  }

  public List<String> sentences() {
    return sentences;
  }
}
