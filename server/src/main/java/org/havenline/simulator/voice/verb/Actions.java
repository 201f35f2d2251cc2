package org.havenline.simulator.voice.verb;

import java.util.HashMap;
import java.util.Map;
import org.havenline.simulator.twiml.Verb;
import org.havenline.simulator.voice.call.Action;
import org.havenline.simulator.voice.call.Calls;
import org.havenline.simulator.voice.call.Program;
import org.havenline.simulator.voice.call.Program.Exit;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.voice.room.Conferences;
import org.havenline.simulator.voice.room.Queues;
import org.havenline.simulator.web.Form;

/// What every verb does, with the rooms they lead to.
public final class Actions {
  private final Map<String, Action> all = new HashMap<>();
  private final Conferences conferences;
  private final Queues queues;

  public Actions(Calls calls) {
    conferences = new Conferences(calls.network(), all);
    queues = new Queues(calls.network());
    var speaking = new Speaking();
    all.put("Say", speaking);
    all.put("Play", speaking);
    all.put("Pause", speaking);
    all.put("Gather", new Gathering(speaking));
    all.put("Record", new Taping());
    all.put("Enqueue", new Enqueueing(queues, all));
    all.put(
        "Dial",
        new Dialling(
            (program, verb) -> new Ringing(calls, all, program, verb).begin(),
            new QueueDial(queues, all),
            new ConferenceDial(conferences)));
    all.put("Redirect", Actions::redirect);
    all.put("Hangup", (program, _) -> program.leave(Exit.HANGUP));
    all.put("Leave", (program, _) -> program.leave(Exit.LEFT));
    all.put("Reject", Actions::reject);
  }

  private static void redirect(Program program, Verb verb) {
    program.goTo(new Link(verb.method("method"), verb.text()), Form.EMPTY);
  }

  private static void reject(Program program, Verb verb) {
    program.leave(verb.or("reason", "rejected").equals("busy") ? Exit.BUSY : Exit.REJECTED);
  }

  public Map<String, Action> all() {
    return all;
  }

  public Conferences conferences() {
    return conferences;
  }

  public Queues queues() {
    return queues;
  }
}
