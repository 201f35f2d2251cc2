package org.havenline.simulator.handset;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.call.CallRecord.Direction;
import org.havenline.simulator.voice.ledger.Heard;
import org.havenline.simulator.voice.ledger.Ledger;
import org.havenline.simulator.voice.party.Sound;

/// A call as its phone shows it.
final class CallView {
  private CallView() {}

  static JsonObject of(Call call, Ledger ledger) {
    var record = call.record();
    boolean incoming = record.direction() != Direction.INBOUND;
    var heard = new JsonArray();
    ledger.heard().stream()
        .filter(one -> one.call().equals(call.sid()))
        .map(CallView::of)
        .forEach(heard::add);
    long voices = ledger.now().filter(talk -> talk.listener().equals(call.sid())).count();
    return new JsonObject()
        .put("sid", call.sid())
        .put("phone", incoming ? record.to() : record.from())
        .put("line", incoming ? record.from() : record.to())
        .put("incoming", incoming)
        .put("status", call.status().toString())
        .put("over", call.status().over())
        .put("answered", text(call.answered()))
        .put("why", call.why().map(Enum::name).orElse(null))
        .put("voices", voices)
        .put("heard", heard);
  }

  private static JsonObject of(Heard heard) {
    var json = new JsonObject().put("lasts", heard.to() == null);
    return switch (heard.sound()) {
      case Sound.Speech(var text, var language, _) ->
          json.put("kind", "SPEECH").put("words", text).put("language", language);
      case Sound.Audio(var url) -> json.put("kind", "AUDIO").put("words", url);
      case Sound.Keys(var keys) -> json.put("kind", "TONE").put("words", keys);
      case Sound.Tone(var kind) -> json.put("kind", "TONE").put("words", kind.name());
    };
  }

  private static String text(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse("");
  }
}
