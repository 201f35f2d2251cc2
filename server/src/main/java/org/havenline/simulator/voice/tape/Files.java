package org.havenline.simulator.voice.tape;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.havenline.simulator.voice.call.Program;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.voice.web.WebReply;
import org.havenline.simulator.web.Form;

/// Files that `<Play>` names: fetched once from the server that the document came from, and kept.
/// One of elsewhere is taken for five seconds of sound.
public final class Files {
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);
  private static final int NOT_FETCHED = 11_200;
  private static final int NO_AUDIO = 12_300;

  private final Map<String, Duration> kept = new HashMap<>();

  /// @param then is told how long it sounds; what cannot be played is a fault, and takes no time
  public void play(Program program, String url, Consumer<Duration> then) {
    var known = kept.get(url);
    if (known != null || !isOf(url, program.here().url())) {
      then.accept(known == null ? ELSEWHERE : known);
      return;
    }
    var ended = new boolean[1];
    program.whenVerbEnds(() -> ended[0] = true);
    program
        .call()
        .network()
        .ask(
            new Link("GET", url),
            Form.EMPTY,
            reply -> {
              var length = length(reply);
              length.ifPresent(time -> kept.put(url, time));
              if (ended[0]) {
                return;
              }
              if (length.isEmpty()) {
                program.fault(
                    reply.status() == 200 ? NO_AUDIO : NOT_FETCHED,
                    "HTTP " + reply.status() + " " + reply.contentType() + " from " + url);
              }
              then.accept(length.orElse(Duration.ZERO));
            });
  }

  private static boolean isOf(String url, String document) {
    try {
      var host = URI.create(url).getHost();
      return host != null && host.equals(URI.create(document).getHost());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static Optional<Duration> length(WebReply reply) {
    return reply.status() == 200 && reply.contentType().startsWith("audio/")
        ? Wave.length(reply.body())
        : Optional.empty();
  }
}
