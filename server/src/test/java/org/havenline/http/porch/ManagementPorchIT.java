package org.havenline.http.porch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.havenline.http.watch.ManagementPorch;
import org.havenline.http.watch.ReadyCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagementPorchIT {
  private final AtomicBoolean tablesGood = new AtomicBoolean(true);
  private final OpenPorch people = new OpenPorch(1, (_, _) -> {});
  private final HttpPorch porch =
      HttpPorch.open(
          people.vertx,
          "127.0.0.1",
          0,
          people.registry,
          new ManagementPorch(
              people.routes,
              people.registry,
              List.of(
                  new ReadyCheck("redis", () -> true),
                  new ReadyCheck("tables", ManagementPorchIT.this::tables))));
  private final RawHttp http = new RawHttp(porch.port());

  private boolean tables() {
    if (!tablesGood.get()) {
      throw new IllegalStateException("broken");
    }
    return true;
  }

  @AfterEach
  void close() {
    porch.close(Duration.ofSeconds(1));
    people.close();
  }

  @Test
  void livesAsLongAsItAnswers() {
    assertThat(http.get("/health/live").status()).isEqualTo(200);
  }

  @Test
  void isReadyOnlyWhenEveryCheckIsGood() {
    assertThat(http.get("/health/ready").status()).isEqualTo(200);

    tablesGood.set(false);
    var answer = http.get("/health/ready");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{\"redis\":true,\"tables\":false}");

    tablesGood.set(true);
    assertThat(http.get("/health/ready").status()).isEqualTo(200);
  }

  @Test
  void metricsAreThereForPrometheusAndOnlyHere() {
    assertThat(http.get("/metrics").body()).contains("havenline_event_loop_blocked_total 0.0");
    assertThat(people.http.get("/metrics").status()).isEqualTo(404);
  }
}
