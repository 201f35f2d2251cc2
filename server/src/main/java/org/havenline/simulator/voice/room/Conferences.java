package org.havenline.simulator.voice.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.simulator.voice.call.Action;
import org.havenline.simulator.voice.network.Network;
import org.havenline.simulator.voice.network.Reporting;

/// The conferences of the account; of one name, one at a time.
public final class Conferences {
  private final LinkedHashMap<String, Conference> conferences = new LinkedHashMap<>();
  private final Network network;
  private final Map<String, Action> actions;

  /// @param actions what waiting rooms and announcements may do
  public Conferences(Network network, Map<String, Action> actions) {
    this.network = network;
    this.actions = actions;
  }

  /// The one that goes on, or a new one.
  ///
  /// @param reporting counts only for a new one, as with Twilio
  public Conference named(String name, Optional<Reporting> reporting) {
    return going(name)
        .orElseGet(() -> {
          var conference = new Conference(network, actions, name, reporting);
          conferences.put(conference.sid(), conference);
          return conference;
        });
  }

  public Optional<Conference> going(String name) {
    return conferences.values().stream()
        .filter(one -> one.name().equals(name) && one.state() != Conference.State.COMPLETED)
        .findFirst();
  }

  public Optional<Conference> find(String sid) {
    return Optional.ofNullable(conferences.get(sid));
  }

  public List<Conference> all() {
    return List.copyOf(conferences.values());
  }
}
