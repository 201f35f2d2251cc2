package org.havenline.simulator.handset;

import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.voice.Switchboard;
import org.havenline.simulator.voice.network.OwnNumber;
import org.havenline.simulator.voice.network.Settings;
import org.havenline.simulator.voice.time.LiveTimeline;
import org.havenline.simulator.voice.web.Answers;
import org.havenline.simulator.voice.web.Disorder;
import org.havenline.simulator.voice.web.HttpWeb;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.BlockingRoutes;

/// Calls in real time, between the page's phones and the server.
public final class Voice implements AutoCloseable {
  /// Where the server answers calls, and is told that one has ended.
  private static final String ANSWER = "/twilio/voice";

  private static final String ENDED = "/twilio/voice/status";

  private final LiveTimeline time;
  private final HttpWeb web;
  private final CallRoutes routes;

  /// For one account.
  ///
  /// @param lines its numbers, E.164
  /// @param publicUrl what Twilio would call and therefore signs
  /// @param troubles what goes wrong with a REST request
  public Voice(
      String accountSid,
      String authToken,
      List<String> lines,
      URI serverUrl,
      String publicUrl,
      InstantSource clock,
      long seed,
      Function<Asked, Trouble> troubles) {
    time = new LiveTimeline(clock);
    web = new HttpWeb(serverUrl, publicUrl);
    Map<String, OwnNumber> numbers = new LinkedHashMap<>();
    var own = new OwnNumber(publicUrl + ANSWER, Optional.empty(), Optional.of(publicUrl + ENDED));
    lines.forEach(line -> numbers.put(line, own));
    var settings = new Settings(accountSid, authToken, numbers, 1, Duration.ZERO, Disorder.NONE);
    var habits = new Habits();
    var answers = new Answers(web, clock);
    var switchboard =
        new Switchboard(time, answers, settings, habits, new SplittableRandom(seed), troubles);
    var first = lines.stream().findFirst().orElse("");
    routes = new CallRoutes(switchboard, first, habits, answers, clock);
  }

  public void mount(Router router, BlockingRoutes blocking) {
    routes.mount(router, blocking);
  }

  @Override
  public void close() {
    time.close();
    web.close();
  }
}
