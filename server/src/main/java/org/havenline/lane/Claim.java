package org.havenline.lane;

/// A lane held for a while by one worker.
///
/// @param lane whose work it is: a person, a conversation
/// @param epoch newer claims have higher ones; every write of the worker is checked against it
/// @param tries how often the head was begun without being finished, this time included
/// @param head the oldest item
public record Claim(String lane, long epoch, int tries, byte[] head) {
  public Claim withHead(byte[] next) {
    return new Claim(lane, epoch, 1, next);
  }

  @Override
  public String toString() {
    return lane + "#" + epoch;
  }
}
