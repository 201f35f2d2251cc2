package org.havenline.routing.interpreter;

import java.util.ArrayList;
import java.util.Optional;
import org.havenline.routing.Proposal;

/// A proposal, and who interprets if somebody must.
public record Offering(Proposal proposal, Optional<Interpreter> interpreter) {
  static Offering alone(Proposal proposal) {
    return new Offering(proposal, Optional.empty());
  }

  /// The reason about her language also says who interprets.
  static Offering together(Proposal proposal, Interpreter interpreter) {
    var reasons = new ArrayList<>(proposal.reasons());
    var also = "interpreter: " + interpreter.name();
    boolean first = !reasons.isEmpty() && reasons.getFirst().startsWith("writes ");
    if (first) {
      reasons.set(0, reasons.getFirst() + "; " + also);
    } else {
      reasons.addFirst(also);
    }
    return new Offering(
        new Proposal(proposal.contact(), proposal.responder(), proposal.timeout(), reasons),
        Optional.of(interpreter));
  }
}
