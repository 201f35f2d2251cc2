package org.havenline.simulator.voice.party;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A person who does what is written down: so long after she dialled or picked up, and when she
/// hears something.
///
/// @param steps what she does from the beginning
public record Script(Ring ring, List<Consumer<Handset>> steps, List<Reaction> reactions)
    implements Party {
  /// What she does each time she hears these words, or a file with this in its address.
  public record Reaction(String words, Consumer<Handset> deed) {}

  public Script {
    steps = List.copyOf(steps);
    reactions = List.copyOf(reactions);
  }

  /// Who calls, or picks up at once.
  public static Script person() {
    return picksUp(Duration.ofSeconds(1));
  }

  public static Script picksUp(Duration after) {
    return of(new Ring.PicksUp(after, false));
  }

  /// A machine: picks up, plays its greeting, and hangs up half a minute later.
  public static Script voicemail(Duration after) {
    return of(new Ring.PicksUp(after, true)).hangUp(Duration.ofSeconds(30));
  }

  public static Script busy() {
    return of(new Ring.Busy(Duration.ofSeconds(1)));
  }

  public static Script neverAnswers() {
    return of(new Ring.Rings());
  }

  public static Script unreachable() {
    return of(new Ring.Unreachable(Duration.ofSeconds(1)));
  }

  private static Script of(Ring ring) {
    return new Script(ring, List.of(), List.of());
  }

  public Script press(Duration after, String keys) {
    return then(phone -> phone.press(after, keys));
  }

  public Script speak(Duration after, String words) {
    return then(phone -> phone.speak(after, words));
  }

  public Script hangUp(Duration after) {
    return then(phone -> phone.hangUp(after));
  }

  public Script then(Consumer<Handset> step) {
    var more = new ArrayList<>(steps);
    more.add(step);
    return new Script(ring, more, reactions);
  }

  public Script hearing(String words, Consumer<Handset> deed) {
    var more = new ArrayList<>(reactions);
    more.add(new Reaction(words, deed));
    return new Script(ring, steps, more);
  }

  @Override
  public void began(Handset phone) {
    steps.forEach(step -> step.accept(phone));
  }

  @Override
  public void hears(Handset phone, Sound sound) {
    reactions.stream()
        .filter(reaction -> sound.words().contains(reaction.words()))
        .forEach(reaction -> reaction.deed().accept(phone));
  }
}
