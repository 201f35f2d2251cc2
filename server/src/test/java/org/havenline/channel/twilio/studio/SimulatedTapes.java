package org.havenline.channel.twilio.studio;

import com.twilio.http.TwilioRestClient;
import java.util.Optional;
import java.util.function.Function;
import org.havenline.channel.voice.prompt.Tapes;

/// Recordings at a Twilio that is played.
public final class SimulatedTapes {
  private SimulatedTapes() {}

  /// @param media the file of a recording
  public static Tapes of(TwilioRestClient rest, Function<String, Optional<byte[]>> media) {
    return new TwilioTapes(rest, media);
  }
}
