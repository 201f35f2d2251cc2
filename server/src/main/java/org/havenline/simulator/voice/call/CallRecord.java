package org.havenline.simulator.voice.call;

import java.time.Instant;
import java.util.Optional;
import org.havenline.simulator.voice.network.Reporting;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.webhook.Countries;

/// What is known of a call from its beginning.
///
/// @param from E.164, `client:name`, `sip:…`, or a word such as `anonymous`
/// @param parent the call whose `<Dial>` made this one
/// @param extra fields of every request about it, to add
public record CallRecord(
    String sid,
    Direction direction,
    String from,
    String to,
    Optional<String> parent,
    Instant created,
    Form extra,
    Optional<Reporting> reporting,
    boolean machineDetection) {
  /// Who calls whom.
  public enum Direction {
    INBOUND("inbound"),
    OUTBOUND_API("outbound-api"),
    OUTBOUND_DIAL("outbound-dial");

    private final String word;

    Direction(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  boolean inbound() {
    return direction == Direction.INBOUND;
  }

  Form fields(String accountSid) {
    var form =
        Form.EMPTY
            .and("CallSid", sid)
            .and("AccountSid", accountSid)
            .and("From", from)
            .and("To", to)
            .and("Caller", from)
            .and("Called", to)
            .and("ApiVersion", "2010-04-01")
            .and("Direction", direction.toString())
            .and("FromCountry", Countries.of(from))
            .and("ToCountry", Countries.of(to));
    if (parent.isPresent()) {
      form = form.and("ParentCallSid", parent.get());
    }
    return form.and(extra);
  }
}
