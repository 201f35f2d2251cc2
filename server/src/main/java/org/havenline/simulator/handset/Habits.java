package org.havenline.simulator.handset;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Phonebook;
import org.havenline.simulator.voice.party.Script;

/// Phones that do by themselves what they were told to; all others are in somebody's hand.
///
/// `pickUp`: so long after the first ring (ms); `keys`, pressed `keysAfter` (ms); `hangUp` (ms);
/// both count from picking up, or from dialling.
final class Habits implements Phonebook {
  private final Map<String, Script> habits = new ConcurrentHashMap<>();

  /// From now on, whenever this phone is called.
  void learn(String phone, JsonObject habit) {
    habits.put(phone, script(habit));
  }

  @Override
  public Party at(String address) {
    var habit = habits.get(address);
    return habit == null ? new ByHand() : habit;
  }

  /// Who calls herself, and does so once.
  static Party caller(JsonObject habit) {
    return habit.containsKey("keys") || habit.containsKey("hangUp") ? script(habit) : new ByHand();
  }

  private static Script script(JsonObject habit) {
    var script = Script.picksUp(millis(habit, "pickUp", 1_000));
    if (habit.containsKey("keys")) {
      script = script.press(millis(habit, "keysAfter", 1_000), habit.getString("keys"));
    }
    return habit.containsKey("hangUp") ? script.hangUp(millis(habit, "hangUp", 0)) : script;
  }

  private static Duration millis(JsonObject habit, String name, int otherwise) {
    return Duration.ofMillis(habit.getInteger(name, otherwise));
  }
}
