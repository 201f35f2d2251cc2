package org.havenline.loadtests.fault;

import java.util.Set;
import org.havenline.loadtests.truth.Held;
import org.havenline.loadtests.truth.Verdict;
import redis.clients.jedis.Jedis;

/// Proof that the eye is sharp: takes one text out of a conversation and shows another twice, in
/// the store itself, and looks whether exactly that is found. Done last, since it spoils the store.
public record Planted(Jedis redis) {

  public boolean seen(Set<String> sent, Set<String> promised) {
    var honest = Held.read(redis);
    var before = Verdict.of(sent, promised, honest);
    var candidates =
        honest.places().entrySet().stream()
            .filter(entry -> promised.contains(entry.getKey()))
            .filter(entry -> entry.getValue().size() == 1)
            .filter(entry -> entry.getValue().getFirst().contains(":order:"))
            .limit(2)
            .toList();
    if (candidates.size() < 2) {
      return false;
    }
    var gone = candidates.get(0);
    var doubled = candidates.get(1);
    redis.lrem(gone.getValue().getFirst(), 1, message(gone.getValue().getFirst(), gone.getKey()));
    redis.rpush(
        doubled.getValue().getFirst(), message(doubled.getValue().getFirst(), doubled.getKey()));
    var after = Verdict.of(sent, promised, Held.read(redis));
    return after.lost().size() == before.lost().size() + 1
        && after.lost().contains(gone.getKey())
        && after.twice().size() == before.twice().size() + 1
        && after.twice().contains(doubled.getKey());
  }

  private String message(String order, String sid) {
    var messages = order.substring(0, order.indexOf(":order:")) + ":message:";
    return redis.lrange(order, 0, -1).stream()
        .filter(message -> sid.equals(redis.hget(messages + message, "sid")))
        .findFirst()
        .orElseThrow();
  }
}
