package org.havenline.intake;

import org.havenline.channel.InboundMessage;
import org.havenline.contact.LineId;

/// Where every door hands in what came: it is on disk when the call returns.
public interface Reception {

  /// Stores a message durably and once.
  ///
  /// @return false when a message with this sid is already there
  /// @throws org.havenline.redis.RedisUnavailable when it could not be stored; the door must then
  ///   answer 5xx, never acknowledge
  boolean accept(InboundMessage message);

  /// Keeps signed input that cannot be understood, for a person to look at.
  ///
  /// @param key what makes the input one and the same when it comes twice
  /// @param reason in plain words, without content
  void quarantine(LineId line, String key, byte[] raw, String reason);
}
