package org.havenline;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.havenline.config.ServerConfig;
import org.havenline.console.services.Services;
import org.havenline.hsds.HsdsApi;
import org.havenline.privacy.Keys;
import org.havenline.redis.Redis;
import org.havenline.referral.hsds.reading.Reading;
import org.havenline.referral.link.Links;
import org.havenline.referral.published.Published;
import org.havenline.referral.sample.SampleDirectory;
import org.havenline.referral.stored.Directory;
import org.havenline.referral.stored.LiveServices;
import org.havenline.referral.taxonomy.Taxonomy;
import org.havenline.routingconfig.RoutingTables;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The directory of services as this server uses it, wired by hand.
final class DirectoryDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryDoor.class);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final ServerConfig config;
  private final InstantSource clock;
  private final Path folder;
  private final Redis redis;
  private final Directory directory;
  private final Links links;
  private final Taxonomy taxonomy = Taxonomy.shipped();
  private volatile @Nullable LiveServices live;
  private Optional<HsdsApi> published = Optional.empty();
  private volatile boolean closed;

  DirectoryDoor(ServerConfig config, Store store, Keys keys, InstantSource clock) {
    this.config = config;
    this.clock = clock;
    this.folder = store.data().resolve("services-index");
    this.redis = store.redis();
    this.directory = new Directory(redis, keys.vault(), keys.pseudonyms(), clock);
    this.links = new Links(redis, keys.vault(), keys.pseudonyms(), clock, new SecureRandom());
  }

  /// Makes the directory searchable, which takes a moment for each thousand services. Without it
  /// people are answered all the same.
  ///
  /// @param tables whose first line's zone is that of hours that name none
  synchronized void read(RoutingTables tables) {
    if (closed) {
      return;
    }
    try {
      if (config.demo()) {
        SampleDirectory.fill(directory);
      }
      var reading = new Reading(tables.lines().getFirst().timeZone(), taxonomy);
      live = new LiveServices(folder, directory, redis, reading, taxonomy, this::pause);
    } catch (RuntimeException e) {
      LOG.error("the directory of services cannot be searched", e);
    }
  }

  /// Adds the public part of the directory where the administrator wants it.
  void publish(Router router, Vertx vertx, RandomGenerator random) {
    if (config.publishDirectory()) {
      var api = new HsdsApi(vertx, new Published(directory, clock), random);
      api.mount(router);
      published = Optional.of(api);
    }
  }

  Services services() {
    return new Services(
        () -> Optional.ofNullable(live).map(LiveServices::search), taxonomy, directory, links);
  }

  private boolean pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
    return !closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    published.ifPresent(HsdsApi::close);
    if (live != null) {
      live.close();
    }
  }
}
