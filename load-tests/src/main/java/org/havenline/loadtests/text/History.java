package org.havenline.loadtests.text;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// What was sent and what was promised: a text is noted before its first byte leaves, a promise
/// after its last byte has come. So the difference between the two errs on no side.
public final class History {
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Set<String> promised = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, LongAdder> answers = new ConcurrentHashMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();

  public void sending(Text text) {
    sent.add(text.sid());
    inFlight.incrementAndGet();
  }

  /// @param status of the answer, 0 when there was none
  public void answered(Text text, int status) {
    inFlight.decrementAndGet();
    if (status == 200) {
      promised.add(text.sid());
    }
    answers
        .computeIfAbsent(status == 0 ? "none" : Integer.toString(status), _ -> new LongAdder())
        .increment();
  }

  public Set<String> sent() {
    return Set.copyOf(sent);
  }

  public Set<String> promised() {
    return Set.copyOf(promised);
  }

  public int promises() {
    return promised.size();
  }

  public int inFlight() {
    return inFlight.get();
  }

  /// How often each status came; `none` for a broken connection.
  public Map<String, Long> answers() {
    var sums = new TreeMap<String, Long>();
    answers.forEach((status, sum) -> sums.put(status, sum.sum()));
    return sums;
  }
}
