package org.havenline.console.call;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.havenline.channel.voice.leg.Leg;
import org.havenline.channel.voice.talk.Deeds;
import org.havenline.channel.voice.talk.Guest;
import org.havenline.channel.voice.talk.Guest.Kind;
import org.havenline.contact.Contact;
import org.havenline.contact.ResponderId;
import org.havenline.routingconfig.RoutingTables;

/// A talk as its responder, or a supervisor, sees it. Names of staff and interpreters; no number,
/// of anybody.
///
/// @param tables in force
record CallView(RoutingTables tables, Deeds deeds) {

  JsonObject of(Contact contact, Deeds.State state, ResponderId viewer) {
    var room = state.room().orElse("");
    var guests = new JsonArray();
    state.guests().stream().map(one -> guest(contact, state, one, viewer)).forEach(guests::add);
    var colleagues = new JsonArray();
    if (contact.isOwnedBy(viewer)) {
      deeds.colleagues(contact).stream()
          .flatMap(one -> tables.responder(one.value()).stream())
          .map(one -> new JsonObject().put("username", one.id()).put("name", one.name()))
          .forEach(colleagues::add);
    }
    return new JsonObject()
        .put("talking", state.room().isPresent())
        .put("held", state.talk().isHeldIn(room))
        .put("muted", state.talk().isMutedIn(room))
        .put("emergency", deeds.hasEmergency())
        .put("announced", deeds.isAnnounced())
        .put("guests", guests)
        .put("colleagues", colleagues);
  }

  private JsonObject guest(
      Contact contact, Deeds.State state, Deeds.Present present, ResponderId viewer) {
    var guest = present.guest();
    var view =
        new JsonObject()
            .put("id", guest.id())
            .put("kind", guest.kind().word())
            .put("way", guest.way().word())
            .put("own", guest.whom().equals(viewer))
            .put("state", state(contact, state, present));
    heardBy(contact, state, present).ifPresent(who -> view.put("heardBy", who));
    name(guest).ifPresent(name -> view.put("name", name));
    return view;
  }

  private static String state(Contact contact, Deeds.State state, Deeds.Present present) {
    if (!present.guest().isWantedWith(contact)) {
      return "over";
    }
    return switch (present.leg().map(Leg::state).orElse(Leg.State.DIALLING)) {
      case DIALLING, RINGING -> "ringing";
      case ANSWERED -> "answered";
      case JOINED -> isIn(state, present) ? "there" : "waiting";
      case OVER -> "over";
    };
  }

  private static boolean isIn(Deeds.State state, Deeds.Present present) {
    return present
        .leg()
        .filter(leg -> leg.state() == Leg.State.JOINED)
        .filter(leg -> state.room().filter(leg.room()::equals).isPresent())
        .isPresent();
  }

  /// Who hears a supervisor who is there, as his telephone was last set.
  private static Optional<String> heardBy(
      Contact contact, Deeds.State state, Deeds.Present present) {
    boolean there = present.guest().isWantedWith(contact) && isIn(state, present);
    if (present.guest().kind() != Kind.SUPERVISOR || !there) {
      return Optional.empty();
    }
    var sid = present.leg().map(Leg::sid).orElse("");
    return Optional.of(
        switch (state.talk().seat(state.room().orElse(""), sid, "muted")) {
          case "muted", "held" -> "nobody";
          case "open" -> "all";
          default -> "responder";
        });
  }

  private Optional<String> name(Guest guest) {
    var calledIn =
        tables.interpreters().stream()
            .filter(one -> guest.kind() == Kind.INTERPRETER)
            .filter(one -> one.id().equals(guest.whom().value()))
            .map(one -> one.name())
            .findFirst();
    return calledIn.or(() -> tables.responder(guest.whom().value()).map(one -> one.name()));
  }
}
