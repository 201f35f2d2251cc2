package org.havenline.referral.imports;

/// What was to be imported cannot be read at all.
public final class UnreadableSource extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param sentence what is wrong, and what to do
  public UnreadableSource(String sentence) {
    super(sentence);
  }
}
