package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.havenline.contact.Contact;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.party.Script;
import org.havenline.simulator.voice.web.Disorder;
import org.havenline.simulator.web.Asked;
import org.junit.jupiter.api.AfterEach;

/// A world in which a person is promised a call, and what telephones did in it.
abstract class PromisedCalls extends SimulatedCalls {
  static final String OPENING = "Вітаємо. Вам дзвінок. Щоб прийняти, натисніть 1.";

  /// Everything that was asked of Twilio's REST API.
  final List<String> requests = new ArrayList<>();

  @Override
  CallWorld.Weather weather() {
    return new CallWorld.Weather(1, 100, Disorder.NONE, this::listens, UnaryOperator.identity());
  }

  private Trouble listens(Asked asked) {
    requests.add(asked.body());
    return new Trouble.None();
  }

  @AfterEach
  void noMachineIsEverLookedForAndNothingIsRecorded() {
    assertThat(requests).noneMatch(one -> one.matches(".*(MachineDetection|Amd|Record).*"));
  }

  /// Waits in Ukrainian and wishes to be called back within the hour.
  static Script wishes(String digits) {
    return Script.person()
        .hearing("Українська", phone -> phone.press(Duration.ofMillis(500), "1"))
        .hearing("Щоб вам передзвонили", phone -> phone.press(Duration.ofSeconds(1), "3"))
        .hearing("Можна зателефонувати", phone -> phone.press(Duration.ofSeconds(1), "1"))
        .hearing("введіть чотири цифри", phone -> phone.press(Duration.ofSeconds(1), digits))
        .hearing("Ми вам зателефонуємо", phone -> phone.hangUp(Duration.ofSeconds(2)));
  }

  Call promised(String digits) {
    var call = world.calls(HERS, wishes(digits));
    world.time.pass(MINUTE);
    assertThat(call.ended()).isPresent();
    return call;
  }

  static Script picksUp() {
    return Script.picksUp(Duration.ofSeconds(4));
  }

  static Script answers() {
    return picksUp()
        .hearing("Вам дзвінок", phone -> phone.press(Duration.ofSeconds(2), "1"))
        .hangUp(MINUTE);
  }

  /// Legs to her own telephone.
  List<Call> hers() {
    return legsTo(HERS);
  }

  List<Call> legsTo(String number) {
    return world.twilio.calls().stream().filter(leg -> leg.record().to().equals(number)).toList();
  }

  List<String> heard(Call call) {
    return world.twilio.ledger().heardBy(call.sid());
  }

  List<String> heardBy(String id) {
    return legsTo(world.phone(id)).stream().flatMap(leg -> heard(leg).stream()).toList();
  }

  static Script waits(int seconds) {
    return Script.person()
        .hearing("Українська", phone -> phone.press(Duration.ofMillis(500), "1"))
        .hangUp(Duration.ofSeconds(seconds));
  }

  String state(Call call) {
    return world.contact(call).escalated().promised().map(Contact.Promised::state).orElse("");
  }
}
