package org.havenline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.havenline.console.services.Services;
import org.havenline.privacy.Keys;
import org.havenline.redis.Redis;
import org.havenline.referral.hsds.reading.Reading;
import org.havenline.referral.stored.Directory;
import org.havenline.referral.stored.LiveServices;
import org.havenline.referral.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The directory of services as this server uses it, wired by hand.
final class Referrals implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Referrals.class);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Path folder;
  private final Redis redis;
  private final Directory directory;
  private final Taxonomy taxonomy = Taxonomy.shipped();
  private volatile @Nullable LiveServices live;
  private volatile boolean closed;

  /// @param folder of the index, for this server alone
  Referrals(Path folder, Redis redis, Keys keys, InstantSource clock) {
    this.folder = folder;
    this.redis = redis;
    this.directory = new Directory(redis, keys.vault(), keys.pseudonyms(), clock);
  }

  /// Makes the directory searchable, which takes a moment for each thousand services. Without it
  /// people are answered all the same.
  ///
  /// @param zone of hours that name none
  synchronized void read(ZoneId zone) {
    if (closed) {
      return;
    }
    try {
      var reading = new Reading(zone, taxonomy);
      live = new LiveServices(folder, directory, redis, reading, taxonomy, this::pause);
    } catch (RuntimeException e) {
      LOG.error("the directory of services cannot be searched", e);
    }
  }

  Services services() {
    return new Services(() -> Optional.ofNullable(live).map(LiveServices::search), taxonomy);
  }

  private boolean pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
    return !closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (live != null) {
      live.close();
    }
  }
}
