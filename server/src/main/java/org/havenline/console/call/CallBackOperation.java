package org.havenline.console.call;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.channel.voice.back.Promising;
import org.havenline.console.api.Answer;
import org.havenline.console.api.Call;
import org.havenline.console.api.StaffOperation;
import org.havenline.console.staff.SignedIn;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.staff.Phone;
import org.havenline.routingconfig.staff.Responder;

/// Whoever has the contact of one who has hung up calls her back: his telephone rings, then hers.
public final class CallBackOperation {
  private final Promising promising;
  private final Supplier<RoutingTables> tables;

  public CallBackOperation(Promising promising, Supplier<RoutingTables> tables) {
    this.promising = promising;
    this.tables = tables;
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("callBack", this::callBack);
  }

  private Response callBack(SignedIn who, Call call) {
    if (phone(who).isEmpty()) {
      return refused(
          "You have no telephone",
          "Yours rings before hers. An administrator enters it in the tables.");
    }
    return switch (promising.ask(call.contact(), who.id())) {
      case PROMISED -> Answer.done();
      case NOT_THERE ->
          refused("This is no call of yours", "Only who has the contact of a caller calls her.");
      case ON_THE_LINE -> refused("She is on the line", "She has called again by herself.");
      case TOO_SOON ->
          refused("Too soon", "Her telephone rang for this less than five minutes ago.");
      case NOT_SAFE ->
          refused(
              "Not known to be safe",
              "She has not said that she may be called now. If she has, note until when, under"
                  + " Services.");
      case NO_NUMBER -> refused("Her number is not known", "It was withheld.");
    };
  }

  private Optional<Phone> phone(SignedIn who) {
    return tables.get().responder(who.id().value()).flatMap(Responder::phone);
  }

  private static Response refused(String title, String detail) {
    return Problems.of(409, title, detail);
  }
}
