package org.havenline.simulator.voice.verb;

import org.havenline.simulator.twiml.Verb;
import org.havenline.simulator.voice.call.Action;
import org.havenline.simulator.voice.call.Program;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.web.Form;

/// `<Dial>`: phones, or the first of a queue, or a conference.
record Dialling(Action phones, Action queue, Action conference) implements Action {
  @Override
  public void run(Program program, Verb verb) {
    var first = verb.children().stream().findFirst().map(Verb::name).orElse("Number");
    var action =
        switch (first) {
          case "Queue" -> queue;
          case "Conference" -> conference;
          default -> phones;
        };
    action.run(program, verb);
  }

  /// The `<Dial>` is over: what its `action` says, or the next verb.
  static void over(Program program, Verb dial, Form result) {
    Link.in(dial, "action", "method")
        .ifPresentOrElse(link -> program.goTo(link, result), program::next);
  }

  /// The call ended during its `<Dial>`: Twilio still asks `action`, for nothing.
  static void lost(Program program, Verb dial, Form result) {
    if (program.call().status().over()) {
      Link.in(dial, "action", "method")
          .flatMap(link -> link.from(program.here().url()))
          .ifPresent(
              link -> program.call().network().tell(link, program.call().fields().and(result)));
    }
  }
}
