package org.havenline.channel;

import java.util.Optional;
import org.havenline.contact.LineId;
import org.havenline.contact.MessageId;

/// Takes the providers' reports on messages out, late, twice and in any order.
@FunctionalInterface
public interface DeliveryReports {

  /// Takes one report.
  ///
  /// @param message ours, when the report says which; else only `sid` tells
  /// @param sid the provider's id of the message
  /// @param errorCode as in Twilio's error dictionary, 0 for none
  /// @throws org.havenline.redis.RedisUnavailable when it could not be stored; the door then
  ///   answers 5xx
  void report(
      LineId line, Optional<MessageId> message, String sid, DeliveryState state, int errorCode);
}
