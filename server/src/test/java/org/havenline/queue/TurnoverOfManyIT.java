package org.havenline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineId;
import org.havenline.contact.journal.Ruling;
import org.havenline.rehearsal.Stage;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.tables.InForce;
import org.havenline.tables.Switches;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nobody is left under older tables, however many wait and however often they change.
class TurnoverOfManyIT extends LineTest {
  private static final String HER = "+12025550101";
  private static final String HOLA = "Hola, me gustaría hablar con alguien esta tarde";
  private static final Switches USUAL = new Switches(Mode.NORMAL, Map.of());
  private static final LineId LINE = Line.KEYS.line();

  private final RoutingTables shipped = Stage.sound(RoutingTables.shipped(Set.of("waiting")));
  private final AtomicReference<Tables> inForce = new AtomicReference<>();

  @SuppressWarnings("NullAway.Init") // before each test
  private Turnover turnover;

  @BeforeEach
  void build() {
    inForce.set(line.tables);
    turnover = new Turnover(line.redis, Line.KEYS, inForce::get, () -> {}, clock);
  }

  @AfterEach
  void close() {
    turnover.close();
  }

  /// Whoever leaves while the walker is between two pages moves the others up, past him.
  @Test
  void whoIsMovedUpPastTheWalkerIsNotLeftBehind() {
    var waiting = new ArrayDeque<ContactId>();
    // a little more than a page
    for (int i = 0; i < 205; i++) {
      waiting.add(line.receive("SM" + i, "+1202555%04d".formatted(i), HOLA));
    }
    var leaving = new AtomicInteger(5);
    Tables.Source askedBetweenPages =
        () -> {
          if (leaving.getAndDecrement() > 0) {
            leaves(waiting.removeFirst());
          }
          return inForce.get();
        };
    inForce.set(Tables.of(new InForce(new Ruling(1, 1), shipped, USUAL), LINE));

    try (var walker =
        new Turnover(line.redis, Line.KEYS, askedBetweenPages, () -> {}, line.clock)) {
      walker.rule(inForce.get(), Mode.NORMAL, false);

      Soon.holds(() -> assertThat(leaving.get()).isNegative());
      Soon.holds(() -> assertThat(waiting).allSatisfy(id -> assertThat(ruled(id)).isEqualTo("1")));
    }
  }

  private void leaves(ContactId gone) {
    line.redis.call("ZREM", Line.KEYS.of("open"), gone);
    line.redis.call("ZREM", Line.KEYS.of("waiting"), gone);
    line.redis.call("ZREM", Line.KEYS.of("timers"), "step|" + gone);
    line.redis.call("HSET", Line.KEYS.contact(gone), "state", "closed");
  }

  @Test
  void contactThatCannotBeReadKeepsNobodyBehind() {
    var broken = line.receive("SM1", HER, HOLA);
    var next = line.receive("SM2", "+12025550102", HOLA);
    line.redis.call("HSET", Line.KEYS.contact(broken), "risk", "NONE");

    inForce.set(Tables.of(new InForce(new Ruling(1, 1), shipped, USUAL), LINE));
    turnover.rule(inForce.get(), Mode.NORMAL, false);

    Soon.holds(() -> assertThat(ruled(next)).isEqualTo("1"));
    line.redis.call("HSET", Line.KEYS.contact(broken), "risk", "STANDARD");
  }

  private String ruled(ContactId id) {
    return line.redis.call("HGET", Line.KEYS.contact(id), "ruled").text();
  }
}
