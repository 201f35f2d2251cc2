package org.havenline.console.api;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.havenline.console.staff.Access;
import org.havenline.console.staff.Sessions;
import org.havenline.console.staff.SignIn;
import org.havenline.console.staff.SignIn.Outcome;
import org.havenline.console.staff.SignedIn;
import org.havenline.console.view.StaffView;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.responder.Presence;

/// Signing in and out, and being on duty.
public final class SessionOperations {
  private final SignIn staff;
  private final Sessions sessions;
  private final Presence presence;

  public SessionOperations(SignIn staff, Sessions sessions, Presence presence) {
    this.staff = staff;
    this.sessions = sessions;
    this.presence = presence;
  }

  void addTo(Map<String, Function<Call, Response>> open, Map<String, StaffOperation> operations) {
    open.put("signIn", this::signIn);
    operations.put("signOut", this::signOut);
    operations.put("me", (who, _) -> Answer.ok(me(who)));
    operations.put("setPresence", this::setPresence);
  }

  private Response signIn(Call call) {
    var body = call.body();
    var earlier = Access.cookie(call.request());
    return switch (staff.with(body.getString("username"), body.getString("password"), earlier)) {
      case Outcome.Welcome welcome -> welcome(welcome);
      case Outcome.Refused() ->
          Problems.of(401, "The name or the password is wrong", "Nobody was signed in.");
      case Outcome.Wait(Duration pause) ->
          Problems.of(429, "Too many attempts", "Wait, then try again.")
              .with("retry-after", Long.toString(pause.toSeconds() + 1));
    };
  }

  private Response welcome(Outcome.Welcome welcome) {
    var token = welcome.session().token();
    var body =
        new JsonObject()
            .put("token", token)
            .put("expiresAt", welcome.session().until().toString())
            .put("me", StaffView.me(welcome.member(), presence));
    return Answer.json(201, body).with("set-cookie", Access.cookie(token));
  }

  private Response signOut(SignedIn who, Call call) {
    sessions.end(who.session());
    return Answer.done();
  }

  private Response setPresence(SignedIn who, Call call) {
    var state = call.body().getString("state");
    if (state.equals("available")) {
      presence.available(who.id());
    } else {
      presence.away(who.id());
    }
    return Answer.ok(new JsonObject().put("state", state));
  }

  private JsonObject me(SignedIn who) {
    return StaffView.me(who.member(), presence);
  }
}
