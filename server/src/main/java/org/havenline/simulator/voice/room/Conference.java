package org.havenline.simulator.voice.room;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.simulator.voice.call.Action;
import org.havenline.simulator.voice.ledger.Ledger.Pair;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.voice.network.Network;
import org.havenline.simulator.voice.network.Reporting;
import org.havenline.simulator.voice.room.Participant.Setting;
import org.havenline.simulator.web.Form;

/// Legs that hear each other as each one's setting says.
public final class Conference {
  /// States as Twilio names them in `status`.
  public enum State {
    INIT,
    IN_PROGRESS,
    COMPLETED
  }

  private final Network network;
  private final Map<String, Action> actions;
  private final String sid;
  private final String name;
  private final Instant created;
  private final Map<String, Participant> participants = new LinkedHashMap<>();
  private final ConferenceReports reports;
  private State state = State.INIT;
  private String ending = "";

  Conference(
      Network network, Map<String, Action> actions, String name, Optional<Reporting> reporting) {
    this.network = network;
    this.actions = actions;
    this.sid = network.sid("CF");
    this.name = name;
    this.created = network.now();
    this.reports = new ConferenceReports(network, sid, name, reporting);
  }

  public String sid() {
    return sid;
  }

  public String name() {
    return name;
  }

  public Instant created() {
    return created;
  }

  public State state() {
    return state;
  }

  /// Why it ended, in Twilio's words; empty before.
  public String ending() {
    return ending;
  }

  public List<Participant> participants() {
    return List.copyOf(participants.values());
  }

  /// By the sid of the call, or by the label.
  public Optional<Participant> find(String callOrLabel) {
    return participants.values().stream()
        .filter(one ->
            one.call().sid().equals(callOrLabel)
                || one.label().map(callOrLabel::equals).orElse(false))
        .findFirst();
  }

  /// Comes in.
  ///
  /// @param wait what is heard until it starts; empty for Twilio's music, an empty address for
  ///   silence
  public void join(Participant one, Optional<Link> wait) {
    participants.put(one.call().sid(), one);
    reports.tell("join", "participant-join", of(one));
    if (state == State.INIT && one.setting().startsIt()) {
      state = State.IN_PROGRESS;
      participants.values().forEach(Participant::quiet);
      reports.tell("start", "conference-start", Form.EMPTY);
    } else if (state == State.INIT) {
      ambience(one, wait);
    }
    changed();
  }

  /// Goes out: with the last one, or one it depends on, it ends.
  ///
  /// @param reason `ReasonParticipantLeft`
  public void leave(Participant one, String reason) {
    if (participants.remove(one.call().sid()) == null) {
      return;
    }
    one.quiet();
    reports.tell(
        "leave",
        "participant-leave",
        of(one)
            .and("ParticipantCallStatus", one.call().status().toString())
            .and("ReasonParticipantLeft", reason));
    changed();
    if (one.setting().endsIt() && state == State.IN_PROGRESS) {
      end("participant-with-end-conference-on-exit-left", "moderator_ended_conference");
    } else if (participants.isEmpty()) {
      end("last-participant-left", reason);
    }
  }

  /// Puts one out; its call goes on behind the conference.
  public void remove(Participant one) {
    leave(one, "participant_updated_via_api");
    one.out();
  }

  /// Ends for all.
  ///
  /// @param why `ReasonConferenceEnded`
  /// @param left `ReasonParticipantLeft` of those still there
  public void end(String why, String left) {
    if (state == State.COMPLETED) {
      return;
    }
    state = State.COMPLETED;
    ending = why;
    for (var one : participants()) {
      leave(one, left);
      one.out();
    }
    reports.tell("end", "conference-end", Form.EMPTY.and("ReasonConferenceEnded", why));
  }

  public void mute(Participant one, boolean yes) {
    set(one, one.setting().muted(yes), "mute", yes ? "participant-mute" : "participant-unmute");
  }

  /// Neither hears nor is heard while held.
  ///
  /// @param music what is heard instead; empty for Twilio's
  public void hold(Participant one, boolean yes, Optional<Link> music) {
    one.quiet();
    if (yes) {
      ambience(one, music);
    }
    set(one, one.setting().held(yes), "hold", yes ? "participant-hold" : "participant-unhold");
  }

  public void modify(Participant one, Setting setting) {
    set(one, setting, "modify", "participant-modify");
  }

  private void set(Participant one, Setting setting, String event, String name) {
    one.set(setting);
    reports.tell(event, name, of(one));
    changed();
  }

  /// Plays a document to one, or to all.
  public void announce(List<Participant> to, Link link) {
    to.forEach(one -> one.hears(link, actions));
  }

  private void ambience(Participant one, Optional<Link> link) {
    if (link.isEmpty()) {
      one.music();
    } else if (!link.get().url().isEmpty()) {
      one.hears(link.get(), actions);
    }
  }

  private void changed() {
    Set<Pair> pairs = new HashSet<>();
    if (state == State.IN_PROGRESS) {
      for (var speaker : participants.values()) {
        for (var listener : participants.values()) {
          if (speaker != listener && speaker.heardBy(listener)) {
            pairs.add(new Pair(speaker.call().sid(), listener.call().sid()));
          }
        }
      }
    }
    network.ledger().hear(sid, pairs);
  }

  private static Form of(Participant one) {
    var setting = one.setting();
    var form =
        Form.EMPTY
            .and("CallSid", one.call().sid())
            .and("Muted", Boolean.toString(setting.muted()))
            .and("Hold", Boolean.toString(setting.held()))
            .and("Coaching", Boolean.toString(setting.coaching().isPresent()))
            .and("EndConferenceOnExit", Boolean.toString(setting.endsIt()))
            .and("StartConferenceOnEnter", Boolean.toString(setting.startsIt()));
    return one.label().map(label -> form.and("ParticipantLabel", label)).orElse(form);
  }
}
