package org.havenline.console.call;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.havenline.channel.voice.softphone.CallToken;
import org.havenline.channel.voice.softphone.CallTokens;
import org.havenline.channel.voice.softphone.Softphone;
import org.havenline.console.api.Answer;
import org.havenline.console.api.StaffOperation;
import org.havenline.console.staff.SignedIn;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.responder.Presence;

/// Lets the console of somebody on duty be rung in place of a telephone, if the tables say so.
public final class CallTokenOperation {
  private final Softphone softphone;
  private final Optional<CallTokens> tokens;
  private final Presence presence;

  /// @param library whether the page has the provider's library, without which nothing rings
  public CallTokenOperation(Softphone softphone, boolean library, Presence presence) {
    this.softphone = softphone;
    this.tokens = softphone.tokens().filter(_ -> library);
    this.presence = presence;
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("callToken", (who, _) -> issue(who));
  }

  Response issue(SignedIn who) {
    if (!who.member().answersInTheBrowser()) {
      return refused("Calls do not ring in this browser", "The tables do not say so for you.");
    }
    if (softphone.simulated()) {
      return refused("This is a demo", "Your calls ring on the page of the phone simulator.");
    }
    if (tokens.isEmpty()) {
      return refused(
          "This deployment has no softphone",
          "Calls come by telephone alone: ask an administrator to enter a number for you.");
    }
    if (!presence.state(who.id()).equals("available")) {
      return refused("You are off duty", "Calls ring in this browser while you are on duty.");
    }
    return made(tokens.get().of(softphone.phones().identity(who.id())));
  }

  private static Response made(CallToken token) {
    return Answer.json(
        201, new JsonObject().put("token", token.jwt()).put("expiresAt", token.until().toString()));
  }

  private static Response refused(String title, String detail) {
    return Problems.of(409, title, detail);
  }
}
