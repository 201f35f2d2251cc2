package org.havenline.simulator.voice.rest;

import java.util.Optional;
import java.util.function.Function;
import org.havenline.simulator.rest.RestError;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.voice.room.Conference;
import org.havenline.simulator.voice.room.Conferences;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Reply;

/// Conferences: list, read, end, announce.
final class ConferencesApi {
  private final Conferences conferences;
  private final Resources resources;

  ConferencesApi(Conferences conferences, Resources resources) {
    this.conferences = conferences;
    this.resources = resources;
  }

  Reply list(Asked asked) {
    var query = asked.query();
    var name = query.first("FriendlyName");
    var status = query.first("Status");
    var found =
        conferences.all().reversed().stream()
            .filter(one -> name.map(one.name()::equals).orElse(true))
            .map(resources::of)
            .filter(one -> status.map(one.getString("status")::equals).orElse(true))
            .toList();
    return Pages.of("conferences", found, asked);
  }

  Reply read(Asked asked) {
    return with(asked, one -> Reply.json(resources.of(one)));
  }

  Reply update(Asked asked) {
    return with(
        asked,
        one -> {
          var form = asked.form();
          var status = form.first("Status");
          if (one.state() == Conference.State.COMPLETED) {
            return RestError.NOT_FOUND.reply();
          }
          if (status.isPresent() && !status.get().equals("completed")) {
            return Errors.invalid("Status").reply();
          }
          if (status.isPresent()) {
            one.end("conference-ended-via-api", "conference_ended_via_api");
          }
          form.first("AnnounceUrl")
              .map(url -> new Link(form.first("AnnounceMethod").orElse("POST"), url))
              .ifPresent(link -> one.announce(one.participants(), link));
          return Reply.json(resources.of(one));
        });
  }

  private Reply with(Asked asked, Function<Conference, Reply> answer) {
    Optional<Conference> found = conferences.find(asked.in("sid"));
    return found.map(answer).orElseGet(RestError.NOT_FOUND::reply);
  }
}
