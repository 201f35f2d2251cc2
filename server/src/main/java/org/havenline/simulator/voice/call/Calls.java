package org.havenline.simulator.voice.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.havenline.simulator.voice.call.CallRecord.Direction;
import org.havenline.simulator.voice.network.Network;
import org.havenline.simulator.voice.network.Reporting;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Phonebook;
import org.havenline.simulator.web.Form;

/// Every call of the account, oldest first.
public final class Calls {
  /// The oldest that are over are forgotten beyond this, so that a demo may run for months.
  private static final int REMEMBERED = 20_000;

  private final LinkedHashMap<String, Call> calls = new LinkedHashMap<>();
  private final Network network;
  private final Phonebook phonebook;

  public Calls(Network network, Phonebook phonebook) {
    this.network = network;
    this.phonebook = phonebook;
  }

  public Network network() {
    return network;
  }

  /// Somebody calls a number of the account.
  public Call inbound(
      String from, String to, Form extra, Optional<Reporting> reporting, Party party) {
    return add(Direction.INBOUND, from, to, Optional.empty(), extra, reporting, false, party);
  }

  /// A call to whoever the phonebook has at this address.
  public Call outbound(
      Direction direction,
      String from,
      String to,
      Optional<String> parent,
      Optional<Reporting> reporting,
      boolean machineDetection) {
    var party = phonebook.at(to);
    return add(direction, from, to, parent, Form.EMPTY, reporting, machineDetection, party);
  }

  private Call add(
      Direction direction,
      String from,
      String to,
      Optional<String> parent,
      Form extra,
      Optional<Reporting> reporting,
      boolean machineDetection,
      Party party) {
    var record =
        new CallRecord(
            network.sid("CA"),
            direction,
            from,
            to,
            parent,
            network.now(),
            extra,
            reporting,
            machineDetection);
    var status = direction == Direction.INBOUND ? CallStatus.RINGING : CallStatus.QUEUED;
    var call = new Call(network, record, party, status);
    calls.put(call.sid(), call);
    if (calls.size() > REMEMBERED && calls.firstEntry().getValue().status().over()) {
      calls.pollFirstEntry();
    }
    return call;
  }

  public Optional<Call> find(String sid) {
    return Optional.ofNullable(calls.get(sid));
  }

  public List<Call> all() {
    return List.copyOf(calls.values());
  }
}
