package org.havenline.channel.twilio.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.havenline.channel.InboundMessage;
import org.havenline.contact.LineId;
import org.havenline.intake.Reception;

/// A reception in memory that keeps what it is given.
final class KeptReception implements Reception {
  record Quarantined(LineId line, String key, byte[] raw, String reason) {}

  final List<InboundMessage> accepted = new ArrayList<>();
  final List<Quarantined> quarantined = new ArrayList<>();
  private final Set<String> sids = new HashSet<>();

  @Override
  public synchronized boolean accept(InboundMessage message) {
    accepted.add(message);
    return sids.add(message.sid());
  }

  @Override
  public synchronized void quarantine(LineId line, String key, byte[] raw, String reason) {
    quarantined.add(new Quarantined(line, key, raw, reason));
  }
}
