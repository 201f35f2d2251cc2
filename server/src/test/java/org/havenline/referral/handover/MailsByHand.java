package org.havenline.referral.handover;

import java.time.Duration;
import org.havenline.lane.Lanes;
import org.havenline.testing.Line;

/// Sends what waits, at the moment a test chooses.
final class MailsByHand {
  private static final Duration LEASE = Duration.ofMinutes(3);

  private MailsByHand() {}

  static void send(Line node, Mail mail) {
    var lanes = new Lanes(node.redis, Line.KEYS, MailWorker.LANES, LEASE, node.clock);
    var worker =
        new MailWorker(
            node.redis,
            Line.KEYS,
            node.referrals.referrals(),
            node.referrals.gate(),
            node.referrals.serviceLinks(),
            mail,
            LEASE,
            node.clock);
    var claim = lanes.claim();
    while (claim.isPresent()) {
      worker.perform(claim.get());
      claim = lanes.claim();
    }
  }
}
