package org.havenline.simulator.voice.rest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.havenline.simulator.rest.RestError;
import org.havenline.simulator.twiml.Twiml;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.call.CallRecord.Direction;
import org.havenline.simulator.voice.call.Calls;
import org.havenline.simulator.voice.call.Extension;
import org.havenline.simulator.voice.call.Place;
import org.havenline.simulator.voice.call.Program;
import org.havenline.simulator.voice.network.Departures;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.voice.network.Reporting;
import org.havenline.simulator.voice.verb.Actions;
import org.havenline.simulator.web.Form;

/// Calls that REST asks for, and documents it sends them to.
final class Outward {
  private static final Pattern ADDRESS =
      Pattern.compile("\\+[1-9][0-9]{6,14}|client:[A-Za-z0-9_.-]{1,121}|sips?:\\S+");
  private static final Pattern WEB = Pattern.compile("https?://[^\\s_/]+(/\\S*)?");
  private static final int LONGEST_TWIML = 4_000;
  private static final int USUAL_TIMEOUT = 60;

  private final Calls calls;
  private final Actions actions;
  private final Departures departures;

  Outward(Calls calls, Actions actions) {
    this.calls = calls;
    this.actions = actions;
    this.departures = new Departures(calls.network());
  }

  /// What is wrong with whom to call as whom.
  Optional<RestError> complaint(Form form) {
    var to = form.first("To").orElse("");
    var from = form.first("From").orElse("");
    if (to.isEmpty()) {
      return Optional.of(Errors.TO_REQUIRED);
    }
    if (from.isEmpty()) {
      return Optional.of(Errors.FROM_REQUIRED);
    }
    if (!ADDRESS.matcher(to).matches()) {
      return Optional.of(Errors.TO_INVALID);
    }
    if (!calls.network().settings().numbers().containsKey(from)) {
      return Optional.of(Errors.FROM_UNKNOWN);
    }
    if (!form.first("SendDigits")
        .filter(keys -> !keys.isEmpty())
        .map(Extension::isOne)
        .orElse(true)) {
      return Optional.of(Errors.invalid("SendDigits"));
    }
    return form.first("Timeout").map(t -> t.matches("[0-9]{1,3}")).orElse(true)
        ? callbackComplaint(form, "StatusCallback")
        : Optional.of(Errors.invalid("Timeout"));
  }

  /// What is wrong with the document to send a call to.
  Optional<RestError> documentComplaint(Form form) {
    var twiml = form.first("Twiml");
    if (twiml.isPresent()) {
      return twiml.get().length() > LONGEST_TWIML
          ? Optional.of(Errors.TWIML_TOO_LONG)
          : Optional.empty();
    }
    return form.first("Url").isPresent()
        ? callbackComplaint(form, "Url")
        : Optional.of(Errors.URL_INVALID);
  }

  private static Optional<RestError> callbackComplaint(Form form, String field) {
    return form.first(field).map(url -> WEB.matcher(url).matches()).orElse(true)
        ? Optional.empty()
        : Optional.of(field.equals("Url") ? Errors.URL_INVALID : Errors.invalid(field));
  }

  /// Calls somebody, when the account's calls per second let it.
  ///
  /// @param whenAnswered what the call then executes
  Call begin(Form form, BiConsumer<Call, Program> whenAnswered) {
    var reporting =
        form.first("StatusCallback")
            .filter(url -> !url.isEmpty())
            .map(url -> new Link(form.first("StatusCallbackMethod").orElse("POST"), url))
            .map(link -> Reporting.of(link, form.all("StatusCallbackEvent"), "completed"));
    var call =
        calls.outbound(
            Direction.OUTBOUND_API,
            form.first("From").orElseThrow(),
            form.first("To").orElseThrow(),
            Optional.empty(),
            reporting,
            form.first("MachineDetection").isPresent());
    var timeout =
        Duration.ofSeconds(form.first("Timeout").map(Integer::parseInt).orElse(USUAL_TIMEOUT));
    departures.begin(() -> {
      if (!call.status().over()) {
        call.ring(timeout, () -> answered(call, form, whenAnswered));
      }
    });
    return call;
  }

  private void answered(Call call, Form form, BiConsumer<Call, Program> whenAnswered) {
    Runnable then = () -> whenAnswered.accept(call, program(call, form));
    form.first("SendDigits")
        .filter(keys -> !keys.isEmpty())
        .ifPresentOrElse(keys -> Extension.dial(call, keys, then), then);
  }

  /// Sends a call to another document.
  void send(Call call, Form form) {
    start(call, program(call, form), form);
  }

  void start(Call call, Program program, Form form) {
    call.execute(program);
    var twiml = form.first("Twiml");
    if (twiml.isPresent()) {
      program.run(Twiml.read(twiml.get()));
    } else {
      program.goTo(
          new Link(form.first("Method").orElse("POST"), form.first("Url").orElse("")), Form.EMPTY);
    }
  }

  private Program program(Call call, Form form) {
    var fallback =
        form.first("FallbackUrl")
            .map(url -> new Link(form.first("FallbackMethod").orElse("POST"), url));
    return new Program(call, Place.CALL, actions.all(), exit -> call.end(exit.reason()))
        .fallback(fallback);
  }

  /// Every call, newest first.
  List<Call> newestFirst() {
    return calls.all().reversed();
  }

  Optional<Call> find(String sid) {
    return calls.find(sid);
  }
}
