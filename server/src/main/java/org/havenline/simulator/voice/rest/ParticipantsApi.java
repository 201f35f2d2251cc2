package org.havenline.simulator.voice.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.havenline.simulator.rest.RestError;
import org.havenline.simulator.twiml.Twiml;
import org.havenline.simulator.twiml.Verb;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.voice.room.Conference;
import org.havenline.simulator.voice.room.Conferences;
import org.havenline.simulator.voice.room.Participant;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.web.Reply;

/// Participants of a conference: call one in, list, read, mute, hold, coach, announce, put out.
final class ParticipantsApi {
  private static final Participant.Setting USUAL =
      new Participant.Setting(false, false, true, false, Optional.empty());

  private final Conferences conferences;
  private final Outward outward;
  private final Resources resources;

  ParticipantsApi(Conferences conferences, Outward outward, Resources resources) {
    this.conferences = conferences;
    this.outward = outward;
    this.resources = resources;
  }

  /// The conference may be named instead: it begins with her.
  Reply create(Asked asked) {
    var form = asked.form();
    var refusal = outward.complaint(form);
    if (refusal.isPresent()) {
      return refusal.get().reply();
    }
    var known = conferences.find(asked.in("conference"));
    if (known.isEmpty() && asked.in("conference").startsWith("CF")) {
      return RestError.NOT_FOUND.reply();
    }
    var name = known.map(Conference::name).orElse(asked.in("conference"));
    var call =
        outward.begin(
            form,
            (answered, program) -> {
              answered.execute(program);
              program.run(entering(name, form));
            });
    return new Reply.Json(
        201,
        resources.participant(
            known.map(Conference::sid).orElse(name), call, form.first("Label"), USUAL));
  }

  /// What a `<Dial>` into the conference would say.
  private static Twiml entering(String name, Form form) {
    var noun = new LinkedHashMap<String, String>();
    form.first("Label").ifPresent(value -> noun.put("participantLabel", value));
    form.first("Muted").ifPresent(value -> noun.put("muted", value));
    form.first("CallSidToCoach").ifPresent(value -> noun.put("coach", value));
    form.first("StartConferenceOnEnter")
        .ifPresent(value -> noun.put("startConferenceOnEnter", value));
    form.first("EndConferenceOnExit").ifPresent(value -> noun.put("endConferenceOnExit", value));
    form.first("WaitUrl").ifPresent(value -> noun.put("waitUrl", value));
    form.first("ConferenceStatusCallback").ifPresent(value -> noun.put("statusCallback", value));
    if (!form.all("ConferenceStatusCallbackEvent").isEmpty()) {
      noun.put("statusCallbackEvent", String.join(" ", form.all("ConferenceStatusCallbackEvent")));
    }
    if (form.first("ConferenceRecord").map(v -> !v.matches("false|do-not-record")).orElse(false)) {
      noun.put("record", "record-from-start");
    }
    var conference = new Verb("Conference", noun, name, List.of());
    var dial = new Verb("Dial", Map.of(), "", List.of(conference));
    return new Twiml(List.of(dial), List.of());
  }

  Reply list(Asked asked) {
    var conference = conferences.find(asked.in("conference"));
    if (conference.isEmpty()) {
      return RestError.NOT_FOUND.reply();
    }
    var query = asked.query();
    var found =
        conference.get().participants().stream()
            .filter(one -> is(query, "Muted", one.setting().muted()))
            .filter(one -> is(query, "Hold", one.setting().held()))
            .filter(one -> is(query, "Coaching", one.setting().coaching().isPresent()))
            .map(one -> resources.of(conference.get(), one))
            .toList();
    return Pages.of("participants", found, asked);
  }

  private static boolean is(Form query, String field, boolean value) {
    return query.first(field).map(Boolean::parseBoolean).map(w -> w == value).orElse(true);
  }

  Reply read(Asked asked) {
    return with(asked, (conference, one) -> Reply.json(resources.of(conference, one)));
  }

  Reply update(Asked asked) {
    return with(
        asked,
        (conference, one) -> {
          var form = asked.form();
          var coached = form.first("CallSidToCoach").filter(sid -> !sid.isEmpty());
          if (coached.isPresent() && conference.find(coached.get()).isEmpty()) {
            return Errors.invalid("CallSidToCoach").reply();
          }
          // all is one change: whoever is coached from now on is not heard by others before
          boolean mutes = form.first("Muted").map(Boolean::parseBoolean).orElse(false);
          if (mutes) {
            conference.mute(one, true);
          }
          form.first("Hold")
              .ifPresent(yes ->
                  conference.hold(
                      one, Boolean.parseBoolean(yes), link(form, "HoldUrl", "HoldMethod")));
          form.first("EndConferenceOnExit")
              .ifPresent(
                  yes -> conference.modify(one, one.setting().ending(Boolean.parseBoolean(yes))));
          if (form.first("Coaching").isPresent() || coached.isPresent()) {
            boolean yes = form.first("Coaching").map(Boolean::parseBoolean).orElse(true);
            conference.modify(one, one.setting().coaching(coached.filter(_ -> yes)));
          }
          if (!mutes && form.first("Muted").isPresent()) {
            conference.mute(one, false);
          }
          link(form, "AnnounceUrl", "AnnounceMethod")
              .ifPresent(link -> conference.announce(List.of(one), link));
          return Reply.json(resources.of(conference, one));
        });
  }

  private static Optional<Link> link(Form form, String url, String method) {
    return form.first(url)
        .filter(u -> !u.isEmpty())
        .map(u -> new Link(form.first(method).orElse("POST"), u));
  }

  Reply remove(Asked asked) {
    return with(
        asked,
        (conference, one) -> {
          conference.remove(one);
          return new Reply.Empty(204);
        });
  }

  private Reply with(Asked asked, BiFunction<Conference, Participant, Reply> answer) {
    var conference = conferences.find(asked.in("conference"));
    var one = conference.flatMap(found -> found.find(asked.in("call")));
    return one.isPresent()
        ? answer.apply(conference.orElseThrow(), one.get())
        : RestError.NOT_FOUND.reply();
  }
}
