package org.havenline.simulator.voice.rest;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import org.havenline.simulator.rest.RestError;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.call.CallStatus;
import org.havenline.simulator.voice.party.EndReason;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.web.Reply;

/// Calls: create, list, read, redirect, end.
final class CallsApi {
  private final Outward outward;
  private final Resources resources;

  CallsApi(Outward outward, Resources resources) {
    this.outward = outward;
    this.resources = resources;
  }

  Reply create(Asked asked) {
    var form = asked.form();
    var refusal = outward.complaint(form).or(() -> outward.documentComplaint(form));
    if (refusal.isPresent()) {
      return refusal.get().reply();
    }
    var call = outward.begin(form, (answered, program) -> outward.start(answered, program, form));
    return new Reply.Json(201, resources.of(call));
  }

  Reply list(Asked asked) {
    var wanted = wanted(asked.query());
    var found = outward.newestFirst().stream().filter(wanted).map(resources::of).toList();
    return Pages.of("calls", found, asked);
  }

  private static Predicate<Call> wanted(Form query) {
    Predicate<Call> all = _ -> true;
    for (var field : query.fields()) {
      var value = field.value();
      all =
          all.and(
              switch (field.name()) {
                case "Status" -> call -> call.status().toString().equals(value);
                case "To" -> call -> call.record().to().equals(value);
                case "From" -> call -> call.record().from().equals(value);
                case "ParentCallSid" ->
                    call -> call.record().parent().map(value::equals).orElse(false);
                case "StartTime" -> call -> day(call).equals(date(value));
                case "StartTime>" -> call -> !day(call).isBefore(date(value));
                case "StartTime<" -> call -> !day(call).isAfter(date(value));
                default -> _ -> true;
              });
    }
    return all;
  }

  /// Of a moment, as the SDK writes it, its day counts: finer Twilio does not say.
  private static LocalDate date(String value) {
    return LocalDate.parse(value.split("T", 2)[0]);
  }

  private static LocalDate day(Call call) {
    return LocalDate.ofInstant(call.answered().orElse(call.record().created()), ZoneOffset.UTC);
  }

  Reply read(Asked asked) {
    return outward
        .find(asked.in("sid"))
        .map(call -> Reply.json(resources.of(call)))
        .orElseGet(RestError.NOT_FOUND::reply);
  }

  Reply update(Asked asked) {
    var found = outward.find(asked.in("sid"));
    if (found.isEmpty()) {
      return RestError.NOT_FOUND.reply();
    }
    var call = found.get();
    var form = asked.form();
    var status = form.first("Status").orElse("");
    if (call.status().over()) {
      return Errors.NOT_LIVE.reply();
    }
    boolean talking = call.status() == CallStatus.IN_PROGRESS;
    switch (status) {
      case "completed" -> call.end(EndReason.ENDED_BY_REST);
      case "canceled" -> {
        if (!talking) {
          call.end(EndReason.ENDED_BY_REST);
        }
      }
      case "" -> {
        var refusal = outward.documentComplaint(form);
        if (refusal.isPresent()) {
          return refusal.get().reply();
        }
        if (!talking) {
          return Errors.NOT_LIVE.reply();
        }
        outward.send(call, form);
      }
      default -> {
        return Errors.invalid("Status").reply();
      }
    }
    return Reply.json(resources.of(call));
  }
}
