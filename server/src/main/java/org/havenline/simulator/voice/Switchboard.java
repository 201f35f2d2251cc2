package org.havenline.simulator.voice;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.call.Calls;
import org.havenline.simulator.voice.call.Place;
import org.havenline.simulator.voice.call.Program;
import org.havenline.simulator.voice.ledger.Ledger;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.voice.network.Network;
import org.havenline.simulator.voice.network.Reporting;
import org.havenline.simulator.voice.network.Settings;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Phonebook;
import org.havenline.simulator.voice.rest.VoiceRest;
import org.havenline.simulator.voice.time.Timeline;
import org.havenline.simulator.voice.verb.Actions;
import org.havenline.simulator.voice.web.Web;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Form;

/// Twilio's voice, wired: people call its numbers, its REST API calls people, and the ledger keeps
/// what happened.
public final class Switchboard {
  private final Network network;
  private final Calls calls;
  private final Actions actions;
  private final Ledger ledger;
  private final VoiceRest rest;

  /// For one account.
  ///
  /// @param web the server
  /// @param phonebook who answers when Twilio calls
  /// @param random the seed decides sids and the disorder of callbacks
  public Switchboard(
      Timeline timeline, Web web, Settings settings, Phonebook phonebook, RandomGenerator random) {
    this(timeline, web, settings, phonebook, random, _ -> new Trouble.None());
  }

  /// With troubles.
  ///
  /// @param troubles what goes wrong with a REST request, asked once for each
  public Switchboard(
      Timeline timeline,
      Web web,
      Settings settings,
      Phonebook phonebook,
      RandomGenerator random,
      Function<Asked, Trouble> troubles) {
    ledger = new Ledger(timeline);
    network = new Network(timeline, web, settings, ledger, random);
    calls = new Calls(network, phonebook);
    actions = new Actions(calls);
    rest = new VoiceRest(calls, actions, troubles);
  }

  /// Somebody calls a number of the account.
  ///
  /// @throws IllegalArgumentException when the account has no such number
  public Call dial(Incoming incoming, Party party) {
    var own = network.settings().numbers().get(incoming.to());
    if (own == null) {
      throw new IllegalArgumentException("Not a number of the account: " + incoming.to());
    }
    return network.locked(() -> {
      var reporting =
          own.statusCallback().map(url -> Reporting.of(Link.post(url), List.of(), "completed"));
      var call = calls.inbound(incoming.from(), incoming.to(), incoming.extra(), reporting, party);
      var program = new Program(call, Place.CALL, actions.all(), exit -> call.end(exit.reason()));
      call.execute(program.fallback(own.fallbackUrl().map(Link::post)));
      call.dialled();
      program.goTo(Link.post(own.voiceUrl()), Form.EMPTY);
      return call;
    });
  }

  public Ledger ledger() {
    return ledger;
  }

  public VoiceRest rest() {
    return rest;
  }

  /// Every leg there was, oldest first.
  public List<Call> calls() {
    return network.locked(calls::all);
  }

  public Optional<Call> call(String sid) {
    return network.locked(() -> calls.find(sid));
  }
}
