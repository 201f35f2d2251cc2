package org.havenline.channel.voice.prompt;

import java.util.Optional;

/// Recordings as the provider of telephones keeps them for a moment.
public interface Tapes {
  /// @return a WAV file; empty when it is not ready yet, or cannot be had now
  Optional<byte[]> fetch(String sid);

  /// @return whether it is not there any more, by this or before
  boolean delete(String sid);
}
