package org.havenline.channel.voice.prompt;

import java.util.List;
import java.util.Optional;

/// Recordings as the provider of telephones keeps them for a moment.
public interface Tapes {
  /// @return a WAV file; empty when it is not ready yet, or cannot be had now
  Optional<byte[]> fetch(String sid);

  /// Ids of what was recorded in a call by its own document.
  ///
  /// @return empty when that cannot be told now
  Optional<List<String>> of(String call);

  /// @return whether it is not there any more, by this or before
  boolean delete(String sid);
}
