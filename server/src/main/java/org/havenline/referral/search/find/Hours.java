package org.havenline.referral.search.find;

import java.time.Instant;
import java.util.List;
import org.havenline.referral.directory.Schedule;
import org.havenline.referral.search.answer.Opening;

/// Reads schedules.
@FunctionalInterface
public interface Hours {
  /// Nothing is known of any.
  Hours NOT_SAID = (schedules, moment) -> Opening.NOT_SAID;

  Opening at(List<Schedule> schedules, Instant moment);
}
