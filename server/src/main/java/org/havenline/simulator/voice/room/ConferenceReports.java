package org.havenline.simulator.voice.room;

import java.util.Optional;
import org.havenline.simulator.voice.network.Dates;
import org.havenline.simulator.voice.network.Network;
import org.havenline.simulator.voice.network.Reporting;
import org.havenline.simulator.web.Form;

/// Tells the server what happens in one conference, as its first participant asked.
final class ConferenceReports {
  private final Network network;
  private final String sid;
  private final String name;
  private final Optional<Reporting> reporting;
  private int number;

  ConferenceReports(Network network, String sid, String name, Optional<Reporting> reporting) {
    this.network = network;
    this.sid = sid;
    this.name = name;
    this.reporting = reporting;
  }

  /// Something happened.
  ///
  /// @param event the word by which one asks for it
  /// @param happened `StatusCallbackEvent`
  void tell(String event, String happened, Form more) {
    int sequence = ++number;
    reporting
        .filter(wanted -> wanted.events().contains(event))
        .ifPresent(wanted ->
            network.report(
                wanted.link(),
                Form.EMPTY
                    .and("ConferenceSid", sid)
                    .and("FriendlyName", name)
                    .and("AccountSid", network.settings().accountSid())
                    .and("StatusCallbackEvent", happened)
                    .and("SequenceNumber", Integer.toString(sequence))
                    .and("Timestamp", Dates.of(network.now()))
                    .and(more)));
  }
}
