package org.havenline.rehearsal.play;

import java.time.Duration;
import java.util.List;
import org.havenline.contact.ResponderId;

/// All that happened in a rehearsal of one table.
///
/// @param fates by number
/// @param handled time responders spent on those who came, together
/// @param waitingByHour how many waited at once, at most, in each hour of the scenario
public record Played(
    List<Fate> fates, List<Work> work, Duration handled, List<Integer> waitingByHour) {

  /// What a responder did.
  ///
  /// @param onShift time on duty
  /// @param occupied part of it with at least one contact, offers included
  public record Work(ResponderId who, String name, Duration onShift, Duration occupied) {}

  public Played {
    fates = List.copyOf(fates);
    work = List.copyOf(work);
    waitingByHour = List.copyOf(waitingByHour);
  }
}
