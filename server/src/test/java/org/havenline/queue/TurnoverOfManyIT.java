package org.havenline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
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

  @Test
  void underManyChangesAndDeparturesNobodyIsLeftBehind() {
    var waiting = new ArrayList<ContactId>();
    for (int i = 0; i < 450; i++) {
      waiting.add(line.receive("SM" + i, "+1202555%04d".formatted(i), HOLA));
    }
    for (long stamp = 1; stamp <= 20; stamp++) {
      var next = Tables.of(new InForce(new Ruling(stamp, stamp), shipped, USUAL), LINE);
      inForce.set(next);
      turnover.rule(next, Mode.NORMAL, false);
      // who leaves moves others up, past a walker that counts
      var gone = waiting.removeFirst();
      line.redis.call("ZREM", Line.KEYS.of("open"), gone);
      line.redis.call("HSET", Line.KEYS.contact(gone), "state", "closed");
    }

    Soon.holds(() -> assertThat(waiting).allSatisfy(id -> assertThat(ruled(id)).isEqualTo("20")));
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
