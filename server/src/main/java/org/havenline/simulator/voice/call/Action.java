package org.havenline.simulator.voice.call;

import org.havenline.simulator.twiml.Verb;

/// What a verb does; it ends by `next`, `goTo` or `leave` of the program, now or later.
@FunctionalInterface
public interface Action {
  void run(Program program, Verb verb);
}
