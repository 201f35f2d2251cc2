package org.havenline.channel.voice.softphone;

import java.time.Duration;

/// Makes the tokens by which browsers are rung.
@FunctionalInterface
public interface CallTokens {
  /// So short, since a token cannot be taken back: who goes off duty is not renewed.
  Duration LIFE = Duration.ofMinutes(5);

  CallToken of(String identity);
}
