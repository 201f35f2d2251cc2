package org.havenline.simulator.voice.rest;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.call.CallStatus;
import org.havenline.simulator.voice.network.Dates;
import org.havenline.simulator.voice.network.Network;
import org.havenline.simulator.voice.room.Conference;
import org.havenline.simulator.voice.room.Member;
import org.havenline.simulator.voice.room.Participant;
import org.havenline.simulator.voice.room.Queue;
import org.jspecify.annotations.Nullable;

/// Calls, conferences and queues in the JSON of the REST API, as Twilio's OpenAPI describes it.
final class Resources {
  private final Network network;
  private final String account;

  Resources(Network network) {
    this.network = network;
    this.account = network.settings().accountSid();
  }

  JsonObject of(Call call) {
    var record = call.record();
    // REST has no word for `initiated`
    var status = call.status() == CallStatus.INITIATED ? CallStatus.QUEUED : call.status();
    return new JsonObject()
        .put("sid", call.sid())
        .put("account_sid", account)
        .put("api_version", "2010-04-01")
        .put("parent_call_sid", record.parent().orElse(null))
        .put("from", record.from())
        .put("from_formatted", record.from())
        .put("to", record.to())
        .put("to_formatted", record.to())
        .put("direction", record.direction().toString())
        .put("status", status.toString())
        .put("answered_by", call.answeredBy().orElse(null))
        .put("date_created", Dates.of(record.created()))
        .put("date_updated", Dates.of(call.ended().orElse(record.created())))
        .put("start_time", date(call.answered()))
        .put("end_time", date(call.ended()))
        .put("duration", call.ended().isPresent() ? Long.toString(call.seconds()) : null)
        .put("phone_number_sid", null)
        .put("price", null)
        .put("price_unit", "USD")
        .put("forwarded_from", null)
        .put("group_sid", null)
        .put("caller_name", null)
        .put("queue_time", "0")
        .put("trunk_sid", null)
        .put("uri", uri("Calls/" + call.sid()))
        .put("subresource_uris", new JsonObject());
  }

  JsonObject of(Conference one) {
    boolean over = one.state() == Conference.State.COMPLETED;
    return new JsonObject()
        .put("sid", one.sid())
        .put("account_sid", account)
        .put("api_version", "2010-04-01")
        .put("friendly_name", one.name())
        .put("status", one.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("region", "us1")
        .put("reason_conference_ended", over ? one.ending() : null)
        .put("call_sid_ending_conference", null)
        .put("date_created", Dates.of(one.created()))
        .put("date_updated", Dates.of(one.created()))
        .put("uri", uri("Conferences/" + one.sid()))
        .put("subresource_uris", new JsonObject());
  }

  JsonObject of(Conference in, Participant one) {
    return participant(in.sid(), one.call(), one.label(), one.setting()).put("status", "connected");
  }

  JsonObject participant(
      String conference, Call call, Optional<String> label, Participant.Setting setting) {
    return new JsonObject()
        .put("account_sid", account)
        .put("call_sid", call.sid())
        .put("conference_sid", conference)
        .put("label", label.orElse(null))
        .put("muted", setting.muted())
        .put("hold", setting.held())
        .put("coaching", setting.coaching().isPresent())
        .put("call_sid_to_coach", setting.coaching().orElse(null))
        .put("start_conference_on_enter", setting.startsIt())
        .put("end_conference_on_exit", setting.endsIt())
        .put("status", "queued")
        .put("queue_time", "0")
        .put("date_created", Dates.of(call.record().created()))
        .put("date_updated", Dates.of(network.now()))
        .put("uri", uri("Conferences/" + conference + "/Participants/" + call.sid()));
  }

  JsonObject of(Queue queue) {
    var waits = queue.members().stream().mapToLong(m -> m.waited(network).toSeconds()).average();
    return new JsonObject()
        .put("sid", queue.sid())
        .put("account_sid", account)
        .put("friendly_name", queue.name())
        .put("current_size", queue.members().size())
        .put("max_size", queue.most())
        .put("average_wait_time", (int) waits.orElse(0))
        .put("date_created", Dates.of(queue.created()))
        .put("date_updated", Dates.of(queue.created()))
        .put("uri", uri("Queues/" + queue.sid()));
  }

  JsonObject of(Queue queue, Member member) {
    return new JsonObject()
        .put("call_sid", member.call().sid())
        .put("queue_sid", queue.sid())
        .put("date_enqueued", Dates.of(member.since()))
        .put("position", queue.members().indexOf(member) + 1)
        .put("wait_time", (int) member.waited(network).toSeconds())
        .put("uri", uri("Queues/" + queue.sid() + "/Members/" + member.call().sid()));
  }

  private String uri(String path) {
    return "/2010-04-01/Accounts/" + account + "/" + path + ".json";
  }

  private static @Nullable String date(Optional<Instant> instant) {
    return instant.map(Dates::of).orElse(null);
  }
}
