package org.havenline.channel.webchat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.havenline.contact.LineKeys;
import org.havenline.http.Networks;
import org.havenline.http.Request;
import org.havenline.privacy.Pseudonyms;
import org.havenline.redis.Allowance;
import org.havenline.redis.FairShare;
import org.havenline.redis.Redis;

/// How many may begin a chat, and speak, at once: while all find room nobody is asked anything; in
/// a flood each network has its share, and who works a moment for a place has one more chance.
///
/// A network is kept as a keyed hash that is another each hour, for minutes.
///
/// Keys: those of [FairShare] and [Allowance] for `begin`, `speak`, `worked`;
/// `{line}:work:<solution>` a solution that was used, until its puzzle is over
public final class Crowd {
  /// Leading zero bits of a solution, for 16,384 tries of SHA-256 on average. A phone of 2014 makes
  /// about 25,000 a second in plain script (decision 34 has the measurement).
  public static final int BITS = 14;

  private static final Duration MINUTES = Duration.ofMinutes(10);
  private static final Pattern WORK = Pattern.compile("[0-9a-z]{1,12}");

  private final Redis redis;
  private final String prefix;
  private final Networks networks;
  private final Pseudonyms pseudonyms;
  private final InstantSource clock;
  private final FairShare begin;
  private final FairShare speak;
  private final Allowance worked;

  public Crowd(
      Redis redis, LineKeys keys, Networks networks, Pseudonyms pseudonyms, InstantSource clock) {
    this.redis = redis;
    this.prefix = keys.prefix();
    this.networks = networks;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
    // 50 a second, more than any line has responders for
    begin = new FairShare(redis, "begin", Duration.ofMillis(20), 500, MINUTES, clock);
    speak =
        new FairShare(redis, "speak", Duration.ofMillis(2), 2_000, Duration.ofMinutes(1), clock);
    worked = new Allowance(redis, "worked", Duration.ofMillis(40), 250, clock);
  }

  /// @return how long to wait instead; zero when she may
  Duration begins(Request from) {
    return begin.take(prefix, network(from));
  }

  /// As [#begins]; of a network that is not known nobody is refused, since there is no telling a
  /// flood from the others.
  Duration speaks(Request from) {
    var network = network(from);
    return network.isEmpty() ? Duration.ZERO : speak.take(prefix, network);
  }

  /// What to work on: find letters and digits whose SHA-256, behind this and a point, begins with
  /// [#BITS] zeros.
  String puzzle(Request from) {
    return puzzle(from, clock.millis() / MINUTES.toMillis());
  }

  private String puzzle(Request from, long when) {
    return pseudonyms.of("work|" + when + "|" + network(from));
  }

  /// As [#begins], for one who has worked. A solution counts once, and not much longer than it
  /// takes to find it.
  Duration worked(Request from, String solution) {
    long now = clock.millis() / MINUTES.toMillis();
    return LongStream.of(now, now - 1)
            .mapToObj(when -> puzzle(from, when))
            .filter(puzzle -> WORK.matcher(solution).matches() && solves(puzzle, solution))
            .anyMatch(puzzle -> isNew(puzzle + "." + solution))
        ? worked.take(prefix, "all")
        : begins(from);
  }

  private boolean isNew(String solution) {
    return !redis
        .call("SET", prefix + ":work:" + solution, 1, "NX", "PX", 2 * MINUTES.toMillis())
        .isNull();
  }

  /// Whether this is what [#puzzle] asks for.
  public static boolean solves(String puzzle, String solution) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest((puzzle + "." + solution).getBytes(US_ASCII));
      return Short.toUnsignedInt(ByteBuffer.wrap(hash).getShort()) >>> (16 - BITS) == 0;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String network(Request from) {
    long hour = clock.millis() / Duration.ofHours(1).toMillis();
    return networks
        .of(from)
        .map(network -> pseudonyms.of("network|" + hour + "|" + network))
        .orElse("");
  }
}
