package org.havenline.referral.lookup;

import java.time.Instant;
import java.util.List;
import org.havenline.referral.directory.Schedule;
import org.havenline.referral.hours.OpenHours;
import org.havenline.referral.hours.OpenState;
import org.havenline.referral.search.answer.Opening;
import org.havenline.referral.search.answer.Opening.State;
import org.havenline.referral.search.find.Hours;

/// The hours as [OpenHours] reads them.
public final class ReadHours implements Hours {
  @Override
  public Opening at(List<Schedule> schedules, Instant moment) {
    return switch (OpenHours.of(schedules).at(moment)) {
      case OpenState.Open(var until) -> new Opening(State.OPEN, until);
      case OpenState.Closed(var opens) -> new Opening(State.CLOSED, opens);
      case OpenState.NotSaid() -> Opening.NOT_SAID;
    };
  }
}
