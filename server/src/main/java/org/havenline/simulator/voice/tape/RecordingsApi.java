package org.havenline.simulator.voice.tape;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.havenline.simulator.rest.RestError;
import org.havenline.simulator.voice.ledger.Recording;
import org.havenline.simulator.voice.network.Dates;
import org.havenline.simulator.voice.network.Network;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Reply;

/// Recordings: list, read, fetch, delete. What is fetched is a tone as long as what was recorded.
public final class RecordingsApi {
  private static final String WAV = ".wav";

  private final Network network;

  public RecordingsApi(Network network) {
    this.network = network;
  }

  public Reply read(Asked asked) {
    var sid = asked.in("sid");
    boolean file = sid.endsWith(WAV);
    return find(file ? sid.substring(0, sid.length() - WAV.length()) : sid)
        .<Reply>map(one -> file ? new Reply.Sound(Tone.wav(one.length())) : Reply.json(view(one)))
        .orElseGet(RestError.NOT_FOUND::reply);
  }

  /// Those of one call, or all.
  public List<JsonObject> of(Asked asked) {
    var call = asked.query().first("CallSid");
    return network.ledger().kept().stream()
        .filter(one -> call.isEmpty() || call.get().equals(one.call()))
        .map(this::view)
        .toList();
  }

  public Reply remove(Asked asked) {
    return network.ledger().deleted(asked.in("sid"))
        ? new Reply.Empty(204)
        : RestError.NOT_FOUND.reply();
  }

  private Optional<Recording> find(String sid) {
    return network.ledger().kept().stream().filter(one -> one.sid().equals(sid)).findFirst();
  }

  private JsonObject view(Recording one) {
    var account = network.settings().accountSid();
    return new JsonObject()
        .put("sid", one.sid())
        .put("account_sid", account)
        .put("api_version", "2010-04-01")
        .put("call_sid", one.call())
        .put("conference_sid", null)
        .put("channels", 1)
        .put("source", one.source())
        .put("status", "completed")
        .put("duration", Long.toString(one.length().toSeconds()))
        .put("date_created", Dates.of(one.from()))
        .put("date_updated", Dates.of(one.from()))
        .put("start_time", Dates.of(one.from()))
        .put("price", null)
        .put("price_unit", "USD")
        .put("error_code", null)
        .put("uri", "/2010-04-01/Accounts/" + account + "/Recordings/" + one.sid() + ".json");
  }
}
