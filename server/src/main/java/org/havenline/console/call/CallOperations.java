package org.havenline.console.call;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.audit.Author;
import org.havenline.channel.voice.talk.Deeds;
import org.havenline.channel.voice.talk.Deeds.Outcome;
import org.havenline.channel.voice.talk.Guest.Way;
import org.havenline.console.api.Answer;
import org.havenline.console.api.Call;
import org.havenline.console.api.StaffOperation;
import org.havenline.console.staff.SignedIn;
import org.havenline.contact.Contact;
import org.havenline.contact.Contacts;
import org.havenline.contact.ResponderId;
import org.havenline.correction.Corrections;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.staff.Role;
import org.havenline.tables.Archive;

/// Hold, mute, third parties and transfers of a call, for its owner; listening to others' calls,
/// for supervisors. Calling emergency services and listening are noted in the audit log before they
/// are done.
public final class CallOperations {
  private final Contacts contacts;
  private final Deeds deeds;
  private final Corrections corrections;
  private final Archive archive;
  private final Supplier<RoutingTables> tables;

  public CallOperations(
      Contacts contacts,
      Deeds deeds,
      Corrections corrections,
      Archive archive,
      Supplier<RoutingTables> tables) {
    this.contacts = contacts;
    this.deeds = deeds;
    this.corrections = corrections;
    this.archive = archive;
    this.tables = tables;
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("call", this::call);
    operations.put("setCall", this::setCall);
    operations.put("inviteToCall", this::invite);
    operations.put("dismissFromCall", this::dismiss);
    operations.put("passCall", this::pass);
    operations.put("completePassing", this::complete);
    operations.put("superviseCall", this::supervise);
  }

  private Response call(SignedIn who, Call call) {
    return contacts
        .find(call.contact())
        .filter(one -> one.isOwnedBy(who.id()) || who.is(Role.SUPERVISOR))
        .flatMap(one -> view(one, who))
        .orElseGet(Problems::notFound);
  }

  private Optional<Response> view(Contact contact, SignedIn who) {
    return deeds
        .state(contact)
        .map(state -> new CallView(tables.get(), deeds).of(contact, state, who.id()))
        .map(Answer::ok);
  }

  private Response setCall(SignedIn who, Call call) {
    var held = call.body().getBoolean("held");
    var muted = call.body().getBoolean("muted");
    var outcome = Outcome.DONE;
    if (held != null) {
      outcome = deeds.hold(who.id(), call.contact(), held);
    }
    if (muted != null && outcome == Outcome.DONE) {
      outcome = deeds.mute(who.id(), call.contact(), muted);
    }
    return done(outcome);
  }

  private Response invite(SignedIn who, Call call) {
    if (call.body().getString("kind").equals("interpreter")) {
      return done(deeds.interpreter(who.id(), call.contact()));
    }
    var reason = call.body().getString("reason");
    if (reason == null) {
      return Problems.badRequest("Emergency services are called for a reason: name it.");
    }
    boolean talks =
        contacts
            .find(call.contact())
            .filter(one -> one.isOwnedBy(who.id()))
            .flatMap(deeds::state)
            .flatMap(Deeds.State::room)
            .isPresent();
    if (talks && deeds.hasEmergency()) {
      boolean agreed = call.body().getBoolean("agreed", false);
      note(
          who,
          "asked for emergency services",
          call,
          reason + (agreed ? ", she agreed" : ", without her agreement"));
    }
    return done(deeds.emergency(who.id(), call.contact()));
  }

  private void note(SignedIn who, String deed, Call call, String reason) {
    archive.note(Author.of(who.id()), deed, "contact " + call.contact(), reason);
  }

  private Response dismiss(SignedIn who, Call call) {
    return done(deeds.dismiss(who.id(), call.path("guestId")));
  }

  private Response pass(SignedIn who, Call call) {
    var to = call.body().getString("to");
    if (to != null) {
      var way = Way.parse(call.body().getString("way", "cold"));
      return done(deeds.pass(who.id(), call.contact(), new ResponderId(to), way));
    }
    var language = call.body().getString("language");
    if (language != null) {
      var by = new Corrections.By(who.id(), false);
      if (!corrections.language(call.contact(), by, language)) {
        return done(Outcome.NOT_YOURS);
      }
    }
    return done(deeds.passToQueue(who.id(), call.contact()));
  }

  private Response complete(SignedIn who, Call call) {
    return done(deeds.complete(who.id(), call.contact()));
  }

  private Response supervise(SignedIn who, Call call) {
    var way = Way.parse(call.body().getString("way"));
    if (contacts.find(call.contact()).filter(one -> !one.isOwnedBy(who.id())).isPresent()) {
      note(who, "asked to come into a call", call, way.word());
    }
    var outcome = deeds.supervise(who.id(), call.contact(), way);
    return outcome == Outcome.NOBODY
        ? Problems.of(
            409,
            "You have no telephone",
            "Yours rings, and by it you come in. An administrator enters it in the tables.")
        : done(outcome);
  }

  private static Response done(Outcome outcome) {
    return switch (outcome) {
      case DONE -> Answer.done();
      case NOT_YOURS -> Answer.conflict("This conversation is not yours");
      case NOT_TALKING -> Answer.conflict("You are not on the telephone together now");
      case BUSY -> Answer.conflict("Already asked for, or busy");
      case NOBODY -> Answer.conflict("Nobody can be reached for this now");
    };
  }
}
