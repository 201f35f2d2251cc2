package org.havenline.rehearsal.play;

import java.time.Instant;
import java.util.List;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Matching;
import org.havenline.routing.Proposal;
import org.havenline.routing.WaitingContact;

/// Who is asked about whom. The server's own by default; a test puts a wrong one in its place.
@FunctionalInterface
public interface Matcher {
  Matcher REAL = Matching::proposeAll;

  List<Proposal> propose(List<WaitingContact> inOrder, List<FreeResponder> free, Instant now);
}
