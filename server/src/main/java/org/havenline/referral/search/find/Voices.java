package org.havenline.referral.search.find;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.havenline.referral.search.ask.Speech;
import org.havenline.referral.search.index.Profile;
import org.havenline.referral.search.text.Fields;
import org.havenline.referral.search.text.Tongues;

/// How directly she can be understood, in one part of the index.
final class Voices {
  private final SortedSetDocValues spoken;
  private final boolean asked;
  private final Set<Long> there = new HashSet<>();
  private final Set<Long> byInterpreter = new HashSet<>();
  private final long notSaid;

  Voices(LeafReader reader, Speech speech) throws IOException {
    this.spoken = DocValues.getSortedSet(reader, Fields.SPOKEN);
    this.asked = !speech.languages().isEmpty();
    for (String language : speech.languages()) {
      there.add(spoken.lookupTerm(new BytesRef(Tongues.there(language))));
      byInterpreter.add(spoken.lookupTerm(new BytesRef(Tongues.byInterpreter(language))));
    }
    this.notSaid = spoken.lookupTerm(new BytesRef(Tongues.NOT_SAID));
  }

  /// 0 to 1.
  double directness(int document, Profile profile) throws IOException {
    if (!asked || !spoken.advanceExact(document)) {
      return 0;
    }
    double best = profile.anyByInterpreter() ? Weights.INTERPRETER : 0;
    for (int left = spoken.docValueCount(); left > 0; left--) {
      long term = spoken.nextOrd();
      if (there.contains(term)) {
        return 1;
      }
      if (byInterpreter.contains(term)) {
        best = Weights.INTERPRETER;
      } else if (term == notSaid) {
        best = Weights.MAYBE_SPOKEN;
      }
    }
    return best;
  }
}
