package org.havenline.channel.twilio;

import java.util.Map;
import java.util.Optional;
import org.havenline.channel.Address;
import org.havenline.contact.LineId;

/// Which line a number of ours belongs to.
///
/// @param lines our numbers, by channel and E.164 number
/// @param fallback takes what came to a number that no line names: better answered by the wrong
///   staff than by nobody
public record LineNumbers(Map<Address, LineId> lines, LineId fallback) {
  public LineNumbers {
    lines = Map.copyOf(lines);
  }

  public Optional<LineId> lineOf(Address number) {
    return Optional.ofNullable(lines.get(number));
  }
}
