package org.havenline.console.staff;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.console.staff.Sessions.Opened;
import org.havenline.contact.ResponderId;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.staff.Responder;

/// Lets staff in: a name of the routing tables with its password. Nothing in the answer, nor in the
/// time it takes, tells whether the name exists.
public final class SignIn {
  private static final Duration BUSY = Duration.ofSeconds(2);

  private final Supplier<RoutingTables> tables;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Throttle throttle;

  public SignIn(
      Supplier<RoutingTables> tables, Passwords passwords, Sessions sessions, Throttle throttle) {
    this.tables = tables;
    this.passwords = passwords;
    this.sessions = sessions;
    this.throttle = throttle;
  }

  /// What came of it.
  public sealed interface Outcome {
    record Welcome(Responder member, Opened session) implements Outcome {}

    record Refused() implements Outcome {}

    record Wait(Duration pause) implements Outcome {}
  }

  /// @param earlier the token of an earlier session, if the browser shows one
  public Outcome with(String name, String password, Optional<String> earlier) {
    if (passwords.isBusy()) {
      return new Outcome.Wait(BUSY);
    }
    var pause = throttle.take(name, earlier);
    if (pause.isPresent()) {
      return new Outcome.Wait(pause.get());
    }
    var member = tables.get().responder(name);
    // an unknown name does the same work, on a name that is nobody's
    var id = new ResponderId(member.map(Responder::id).orElse("-"));
    if (!passwords.matches(id, password) || member.isEmpty()) {
      return new Outcome.Refused();
    }
    var session = sessions.open(id);
    throttle.right(name, earlier);
    throttle.remember(id, session.token());
    return new Outcome.Welcome(member.get(), session);
  }

  /// The member of staff a token stands for; empty as soon as the tables have her no more.
  public Optional<SignedIn> who(String token, boolean counts) {
    return sessions
        .find(token, counts)
        .flatMap(session ->
            tables
                .get()
                .responder(session.staff().value())
                .map(member -> new SignedIn(member, session)));
  }
}
