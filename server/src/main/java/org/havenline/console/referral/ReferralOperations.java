package org.havenline.console.referral;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import org.havenline.console.api.Answer;
import org.havenline.console.api.Call;
import org.havenline.console.api.StaffOperation;
import org.havenline.console.staff.SignedIn;
import org.havenline.contact.Contacts;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.given.Change.By;
import org.havenline.referral.given.Change.Done;
import org.havenline.referral.given.Outcome;
import org.havenline.referral.given.Referrals;
import org.havenline.referral.handover.ReferralRooms;
import org.havenline.referral.handover.Sending;
import org.havenline.routingconfig.staff.Role;

/// Referring. Only who has the conversation offers, notes consent and sends; she and supervisors
/// see it, take consent back, and note what became of it. For all others there is nothing.
public final class ReferralOperations {
  private static final String NO_TIME = "Write times as 2026-03-10T12:00:00Z.";
  private static final String NO_KIND = "This is no kind of service of the taxonomy.";

  private final Contacts contacts;
  private final ReferralRooms rooms;

  public ReferralOperations(Contacts contacts, ReferralRooms rooms) {
    this.contacts = contacts;
    this.rooms = rooms;
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("referrals", this::referrals);
    operations.put("refer", this::refer);
    operations.put("consent", timed(this::consent));
    operations.put("revokeConsent", this::revoke);
    operations.put("sendReferral", this::send);
    operations.put("noteOutcome", timed(this::outcome));
    operations.put("noteSafeTime", timed(this::safeTime));
    operations.put("followUps", this::followUps);
  }

  private Response referrals(SignedIn who, Call call) {
    return contacts
        .find(call.contact())
        .filter(contact -> Referrals.isTheirs(contact, by(who)))
        .map(contact -> {
          var list = new JsonArray();
          rooms.referrals().of(contact.id()).stream()
              .map(one -> ReferralView.of(one, rooms.now()))
              .forEach(list::add);
          var view = new JsonObject().put("referrals", list);
          rooms
              .safeTimes()
              .until(contact.id())
              .ifPresent(until -> view.put("writeUntil", until.toString()));
          return Answer.ok(view.put("mayWrite", rooms.safeTimes().isNow(contact.id())));
        })
        .orElseGet(Problems::notFound);
  }

  private Response refer(SignedIn who, Call call) {
    var offer = Asked.offer(call.body());
    if (!rooms.tallies().knows(offer.needs())) {
      return Problems.badRequest(NO_KIND);
    }
    return done(201, rooms.referring().offer(call.contact(), who.id(), offer));
  }

  private Response consent(SignedIn who, Call call) {
    var agreed = Asked.agreed(call.body());
    return done(200, rooms.referring().agree(call.contact(), who.id(), id(call), agreed));
  }

  private Response revoke(SignedIn who, Call call) {
    return done(200, rooms.referring().revoke(call.contact(), by(who), id(call)));
  }

  private Response outcome(SignedIn who, Call call) {
    var body = call.body();
    var heard =
        Optional.ofNullable(body.getString("outcome"))
            .map(kind ->
                new Outcome(
                    Outcome.Kind.parse(kind),
                    body.getString("reason", ""),
                    who.id().value(),
                    rooms.now()));
    return done(
        200, rooms.outcomes().note(call.contact(), by(who), id(call), heard, Asked.followUp(body)));
  }

  private Response send(SignedIn who, Call call) {
    var body = call.body();
    var service = new ServiceId(body.getString("service"));
    var handover = rooms.handover();
    var contact = call.contact();
    if (body.getString("by").equals("text") && !body.containsKey("key")) {
      return Problems.badRequest("A text needs a key.");
    }
    var sending =
        switch (body.getString("by")) {
          case "text" ->
              handover.text(
                  contact,
                  who.id(),
                  id(call),
                  service,
                  Optional.ofNullable(body.getString("text")),
                  body.getString("key", ""));
          case "phone" -> handover.phone(contact, who.id(), id(call), service, Asked.why(body));
          case "link" -> handover.link(contact, who.id(), id(call), service);
          default -> handover.mail(contact, who.id(), id(call), service);
        };
    return switch (sending) {
      case Sending.Texted(int n) -> Answer.ok(new JsonObject().put("message", n));
      case Sending.Say(var leave, var option) -> Answer.ok(ReferralView.say(leave, option));
      case Sending.Linked(var link, var until) ->
          Answer.ok(new JsonObject().put("link", link.toString()).put("until", until.toString()));
      case Sending.Mailed() -> Answer.ok(new JsonObject().put("mail", "queued"));
      case Sending.No(var reason) -> Answer.conflict(reason);
      case Sending.NotThere() -> Problems.notFound();
    };
  }

  private Response safeTime(SignedIn who, Call call) {
    var by =
        who.is(Role.SUPERVISOR)
            ? Optional.<org.havenline.contact.ResponderId>empty()
            : Optional.of(who.id());
    return rooms.safeTimes().note(call.contact(), by, Asked.time(call.body(), "writeUntil"))
        ? Answer.done()
        : Problems.notFound();
  }

  private Response followUps(SignedIn who, Call call) {
    var list = new JsonArray();
    rooms.followUps().of(by(who)).stream()
        .map(entry -> ReferralView.of(entry, rooms.now()))
        .forEach(list::add);
    return Answer.ok(new JsonObject().put("followUps", list));
  }

  private Response done(int status, Done done) {
    return switch (done) {
      case Done.Yes(var one) -> Answer.json(status, ReferralView.of(one, rooms.now()));
      case Done.No(var reason) -> Answer.conflict(reason);
      case Done.NotThere() -> Problems.notFound();
    };
  }

  private static StaffOperation timed(StaffOperation operation) {
    return (who, call) -> {
      try {
        return operation.answer(who, call);
      } catch (DateTimeException e) {
        return Problems.badRequest(NO_TIME);
      }
    };
  }

  private static By by(SignedIn who) {
    return new By(who.id(), who.is(Role.SUPERVISOR));
  }

  private static String id(Call call) {
    return call.path("referralId");
  }
}
