package org.havenline.simulator.voice.room;

import java.util.Map;
import java.util.Optional;
import org.havenline.simulator.voice.call.Action;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.call.Place;
import org.havenline.simulator.voice.call.Program;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.voice.party.Sound;
import org.havenline.simulator.web.Form;

/// One leg in a conference, and what is set for it.
public final class Participant {
  /// What can be set while it is there.
  ///
  /// @param coaching the only leg that hears this one
  public record Setting(
      boolean muted, boolean held, boolean startsIt, boolean endsIt, Optional<String> coaching) {
    public Setting muted(boolean yes) {
      return new Setting(yes, held, startsIt, endsIt, coaching);
    }

    public Setting held(boolean yes) {
      return new Setting(muted, yes, startsIt, endsIt, coaching);
    }

    public Setting ending(boolean yes) {
      return new Setting(muted, held, startsIt, yes, coaching);
    }

    public Setting coaching(Optional<String> whom) {
      return new Setting(muted, held, startsIt, endsIt, whom);
    }
  }

  private final Call call;
  private final Optional<String> label;
  private final Runnable whenOut;
  private Setting setting;
  private Runnable ambience = () -> {};

  /// Of one leg.
  ///
  /// @param whenOut the conference is over for it, and the call goes on
  public Participant(Call call, Optional<String> label, Setting setting, Runnable whenOut) {
    this.call = call;
    this.label = label;
    this.setting = setting;
    this.whenOut = whenOut;
  }

  public Call call() {
    return call;
  }

  public Optional<String> label() {
    return label;
  }

  public Setting setting() {
    return setting;
  }

  void set(Setting next) {
    setting = next;
  }

  void out() {
    whenOut.run();
  }

  /// Twilio's music until `quiet`.
  void music() {
    quiet();
    ambience = call.hear(new Sound.Tone(Sound.Kind.HOLD_MUSIC));
  }

  /// A document, once, and then silence.
  void hears(Link link, Map<String, Action> actions) {
    quiet();
    var program = new Program(call, Place.ASIDE, actions, _ -> {});
    ambience = program::stop;
    program.goTo(link, Form.EMPTY);
  }

  void quiet() {
    var stopped = ambience;
    ambience = () -> {};
    stopped.run();
  }

  boolean heardBy(Participant listener) {
    return !setting.muted
        && !setting.held
        && !listener.setting.held
        && setting.coaching.map(listener.call.sid()::equals).orElse(true);
  }
}
