package org.havenline.http.porch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.havenline.http.LateEndpoint.Turn;
import org.havenline.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An answer that is put off until there is something to say.
class LateAnswerIT {
  /// Who waits to be asked again.
  private final BlockingQueue<Consumer<Turn>> waiting = new LinkedBlockingQueue<>();

  private final OpenPorch open =
      new OpenPorch(
          1,
          (router, routes) ->
              router
                  .get("/late")
                  .handler(
                      routes.late(
                          _ ->
                              later -> {
                                waiting.add(later);
                                return Optional.empty();
                              },
                          1_024)));

  @AfterEach
  void close() {
    open.close();
  }

  private CompletableFuture<RawHttp.Answer> asks() {
    return CompletableFuture.supplyAsync(() -> open.http.get("/late"), Thread::startVirtualThread);
  }

  private static Turn says(String text) {
    return _ -> Optional.of(Response.of(200, "text/plain", text));
  }

  @Test
  void whoWaitsIsAnsweredByTheTurnThatHasSomethingToSay() throws Exception {
    var asked = asks();
    var first = waiting.take();
    first.accept(later -> {
      waiting.add(later);
      return Optional.empty();
    });
    var second = waiting.take();
    assertThat(asked).isNotDone();
    second.accept(says("news"));
    assertThat(asked.join().body()).isEqualTo("news");
  }

  @Test
  void whoWaitsHoldsUpNobodyThoughOnlyOneMayBeAnsweredAtOnce() throws Exception {
    var one = asks();
    var two = asks();
    var first = waiting.take();
    waiting.take().accept(says("news"));
    first.accept(says("news"));
    assertThat(one.join().body() + two.join().body()).isEqualTo("newsnews");
  }

  @Test
  void faultOfALaterTurnIsAnsweredToo() throws Exception {
    var asked = asks();
    waiting
        .take()
        .accept(_ -> {
          throw new IllegalStateException("secret");
        });
    assertThat(asked.join().status()).isEqualTo(500);
    assertThat(asked.join().body()).doesNotContain("secret");
  }
}
