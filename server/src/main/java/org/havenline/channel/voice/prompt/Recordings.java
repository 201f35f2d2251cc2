package org.havenline.channel.voice.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.contact.LineKeys;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.redis.RedisUnavailable;
import org.havenline.translations.spoken.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The recordings of one line: those its administrators brought, and under them those that lie
/// beside the texts. Found by the print of a sentence, so one of a changed text is not found.
///
/// Owns `:recordings` (a hash, print → recording) and `:recording:<id>` (its sound).
public final class Recordings {
  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
  private static final RedisScript KEEP = RedisScript.of(Recordings.class, "keep.lua");
  private static final RedisScript DROP = RedisScript.of(Recordings.class, "drop.lua");

  /// So long another node may still play what was replaced here.
  static final Duration FRESH = Duration.ofSeconds(5);

  /// A document that names it may be under way, and Twilio keeps what it has fetched.
  private static final Duration AFTERWARDS = Duration.ofDays(1);

  private static final Duration DRAFT = Duration.ofHours(1);

  private final Redis redis;
  private final LineKeys keys;
  private final FileRecordings files;
  private final InstantSource clock;
  private volatile Known known = new Known(Map.of(), Instant.MIN);

  private record Known(Map<String, Recording> byPrint, Instant at) {}

  public Recordings(Redis redis, LineKeys keys, FileRecordings files, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.files = files;
    this.clock = clock;
  }

  public Optional<Recording> of(Sentence sentence) {
    return Optional.ofNullable(brought().get(sentence.print())).or(() -> files.of(sentence));
  }

  /// Why the file that lies beside the texts for a sentence cannot be played.
  public Optional<String> fault(Sentence sentence) {
    return files.fault(sentence);
  }

  /// Asked with every sentence, so the store is not asked each time.
  private Map<String, Recording> brought() {
    var now = known;
    if (now.at().plus(FRESH).isBefore(clock.instant())) {
      try {
        return read();
      } catch (RedisUnavailable e) {
        LOG.debug("store away: recordings as they were");
      }
    }
    return now.byPrint();
  }

  private Map<String, Recording> read() {
    var all = new HashMap<String, Recording>();
    var at = clock.instant();
    redis
        .call("HGETALL", keys.of("recordings"))
        .fields()
        .forEach((print, kept) -> all.put(print, Recording.parse(new String(kept, UTF_8))));
    known = new Known(Map.copyOf(all), at);
    return known.byPrint();
  }

  /// From now on this is heard for a sentence, on every node within [#FRESH].
  ///
  /// @param by an id of staff
  public Recording keep(Sentence sentence, PhoneSound.Taken sound, String by) {
    var id = Recording.id(sentence.print(), sound.wav());
    var recording = new Recording(id, sound.length(), by);
    redis.run(
        KEEP,
        keys.prefix(),
        sentence.print(),
        recording.kept(),
        id,
        sound.wav(),
        AFTERWARDS.toMillis());
    read();
    return recording;
  }

  /// To be listened to before it is kept; gone after an hour.
  ///
  /// @param by an id of staff
  public Recording draft(Sentence sentence, PhoneSound.Taken sound, String by) {
    var id = Recording.id(sentence.print(), sound.wav());
    // what is kept already stays
    redis.call("SET", keys.of("recording:" + id), sound.wav(), "NX", "PX", DRAFT.toMillis());
    return new Recording(id, sound.length(), by);
  }

  /// What was brought for a sentence is not played any more; a file beside the texts still is.
  ///
  /// @return whether there was one
  public boolean drop(Sentence sentence) {
    boolean was =
        redis.run(DROP, keys.prefix(), sentence.print(), AFTERWARDS.toMillis()).number() == 1;
    read();
    return was;
  }

  /// How many were brought for texts that are not among these any more.
  public long stale(Set<String> prints) {
    return read().keySet().stream().filter(print -> !prints.contains(print)).count();
  }

  /// A WAV file as telephones carry it.
  public Optional<byte[]> sound(String id) {
    return files.sound(id).or(() -> redis.call("GET", keys.of("recording:" + id)).optionalBytes());
  }
}
