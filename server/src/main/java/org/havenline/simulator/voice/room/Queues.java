package org.havenline.simulator.voice.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.havenline.simulator.voice.network.Network;

/// The queues of the account, by name.
public final class Queues {
  private static final int USUAL = 1_000;

  private final LinkedHashMap<String, Queue> queues = new LinkedHashMap<>();
  private final Network network;

  public Queues(Network network) {
    this.network = network;
  }

  /// Made when there is none.
  public Queue named(String name) {
    return queues.computeIfAbsent(name, _ -> made(name, USUAL));
  }

  /// Empty when there is one of this name.
  public Optional<Queue> make(String name, int most) {
    if (queues.containsKey(name)) {
      return Optional.empty();
    }
    var queue = made(name, most);
    queues.put(name, queue);
    return Optional.of(queue);
  }

  private Queue made(String name, int most) {
    return new Queue(network.sid("QU"), name, most, network.now());
  }

  public Optional<Queue> known(String name) {
    return Optional.ofNullable(queues.get(name));
  }

  public Optional<Queue> find(String sid) {
    return queues.values().stream().filter(queue -> queue.sid().equals(sid)).findFirst();
  }

  public void remove(Queue queue) {
    queues.remove(queue.name());
  }

  public List<Queue> all() {
    return List.copyOf(queues.values());
  }
}
