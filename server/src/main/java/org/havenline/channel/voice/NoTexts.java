package org.havenline.channel.voice;

import java.util.Optional;
import org.havenline.channel.OutboundMessage;
import org.havenline.channel.Sender;

/// Nothing can be written into a call. That she may be written to besides is her own choice, and
/// begins a conversation of texts.
public final class NoTexts implements Sender {
  /// As Twilio's "landline or unreachable carrier".
  private static final int CALL = 30006;

  @Override
  public Result send(OutboundMessage message) {
    return new Result.Refused(CALL);
  }

  @Override
  public Optional<String> find(OutboundMessage message) {
    return Optional.empty();
  }
}
