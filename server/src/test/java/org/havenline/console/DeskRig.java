package org.havenline.console;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.channel.voice.call.Calls;
import org.havenline.console.services.Services;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.EventLog;
import org.havenline.conversation.Conversations;
import org.havenline.conversation.Transcripts;
import org.havenline.correction.Corrections;
import org.havenline.correction.Verdicts;
import org.havenline.http.porch.BlockingRoutes;
import org.havenline.http.porch.HttpPorch;
import org.havenline.intake.Quarantine;
import org.havenline.intake.Understanding;
import org.havenline.language.LanguageDetector;
import org.havenline.offer.OfferBook;
import org.havenline.privacy.KeyFolder;
import org.havenline.privacy.Pseudonyms;
import org.havenline.privacy.Vault;
import org.havenline.queue.Tables;
import org.havenline.queue.WishBook;
import org.havenline.redis.Redis;
import org.havenline.redis.embedded.DataDirectory;
import org.havenline.redis.embedded.EmbeddedRedis;
import org.havenline.referral.handover.ReferralRooms;
import org.havenline.referral.link.Links;
import org.havenline.referral.search.ServiceSearch;
import org.havenline.referral.search.index.ServiceIndex;
import org.havenline.referral.stored.Directory;
import org.havenline.referral.taxonomy.Taxonomy;
import org.havenline.responder.Presence;
import org.havenline.risk.RiskMonitor;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.risk.RiskRules;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.tables.Administration;
import org.havenline.tables.Archive;
import org.havenline.tables.Opening;
import org.havenline.tables.Opening.Brought;
import org.havenline.tables.RiskWatch;
import org.havenline.tables.TablesCheck;
import org.havenline.tables.TablesWatch;
import org.havenline.tables.Version;
import org.havenline.testing.GivenReferrals;
import org.havenline.translations.Texts;

/// The desk of one line on a real Redis behind a real server, with the shipped tables; contacts
/// come by the script of intake, without understanding anything.
public final class DeskRig implements AutoCloseable {
  private static final Duration LEASE = Duration.ofSeconds(5);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final InstantSource clock = InstantSource.system();
  public final LineKeys keys = new LineKeys(new LineId("rig"));
  public final Redis redis;
  public final Contacts contacts;
  public final EventLog log;
  public final OfferBook offers;
  public final Conversations conversations;
  public final Presence presence;
  public final Quarantine quarantine;
  public final Desk desk;
  public final URI url;

  /// The directory; empty until a test puts something in.
  public final ServiceIndex services =
      closing(
          ServiceIndex.open(
              folder(), org.havenline.referral.search.Directory.source("none", List.of())));

  private final Taxonomy taxonomy = Taxonomy.shipped();
  private final ServiceSearch search = new ServiceSearch(services, taxonomy, () -> 0);
  public final RoutingTables tables = tables();
  final Administration administration;
  private final Map<String, String> passwords = new HashMap<>();
  private final Vault vault;
  public final Transcripts transcripts;
  public final Directory directory;
  public final Pseudonyms pseudonyms;

  public DeskRig() {
    var data = closing(DataDirectory.open(folder()));
    var store = closing(EmbeddedRedis.start(data));
    redis = closing(Redis.open(store.address()));
    var secrets = new KeyFolder(data.resolve("keys"), true);
    vault = Vault.open(secrets);
    pseudonyms = Pseudonyms.open(secrets);
    administration = administration(vault);
    contacts = new Contacts(redis, keys);
    log = new EventLog(redis, keys);
    offers = new OfferBook(redis, keys, clock);
    presence = new Presence(redis, keys, clock);
    directory = new Directory(redis, vault, pseudonyms, clock);
    transcripts = new Transcripts(redis, contacts, vault);
    conversations =
        new Conversations(
            redis, keys, transcripts, vault, pseudonyms, clock, Duration.ofMinutes(10), () -> {});
    quarantine = new Quarantine(redis, keys, vault, pseudonyms, LEASE, clock);
    int port = freePort();
    url = URI.create("http://localhost:" + port);
    var vertx = Vertx.vertx();
    open.push(() -> vertx.close().await());
    desk = desk(vertx);
    closing(log.follow(log.last(), desk::hear, () -> true));
    var routes = closing(new BlockingRoutes(vertx, 64, new SecureRandom()));
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var porch =
        HttpPorch.open(vertx, "127.0.0.1", port, registry, router -> desk.mount(router, routes));
    open.push(() -> porch.close(Duration.ofSeconds(2)));
    closing(desk);
  }

  /// Another node's desk on the same store.
  Desk desk(Vertx vertx) {
    var rooms =
        new Desk.Rooms(
            log,
            contacts,
            offers,
            conversations,
            presence,
            quarantine,
            () -> tables,
            shippedTexts(),
            wishes(),
            corrections(),
            new Verdicts(redis, keys),
            code -> "",
            administration,
            new Services(
                () -> Optional.of(search),
                taxonomy,
                directory,
                new Links(redis, vault, pseudonyms, clock, new SecureRandom())),
            referrals());
    var telephone = telephone().of(contacts, offers, shippedTexts(), tables);
    return new Desk(vertx, redis, keys, rooms, telephone, url, clock, new SecureRandom());
  }

  private DeskTelephone telephone() {
    return new DeskTelephone(redis, keys, vault, pseudonyms, clock);
  }

  /// Calls of the rig: a test begins them by hand.
  public Calls calls() {
    return telephone().calls();
  }

  private ReferralRooms referrals() {
    return ReferralRooms.of(
        GivenReferrals.ground(redis, vault, pseudonyms, url, clock),
        keys,
        contacts,
        transcripts,
        conversations,
        false);
  }

  private WishBook wishes() {
    // the contacts of this rig are those of the shipped line
    return new WishBook(redis, keys, contacts, () -> Tables.of(tables, "demo"), clock);
  }

  private Corrections corrections() {
    return new Corrections(
        redis,
        keys,
        contacts,
        conversations,
        () -> new Understanding(LanguageDetector.load(), RiskMonitor.of(RiskRules.shipped())),
        () -> Tables.of(tables, "demo"),
        clock);
  }

  private Administration administration(Vault vault) {
    var archive = new Archive(redis, vault, pseudonyms, clock);
    var check = new TablesCheck(texts());
    var opened =
        (Opening.Outcome.Opened)
            new Opening(archive, check)
                .open(
                    new Brought(Version.Origin.SHIPPED, TableFiles.shipped()),
                    RoutingTables.shipped(texts()),
                    new Brought(
                        Version.Origin.SHIPPED, TableFiles.ofRisk(RiskRules.shippedFiles())));
    var watch = new TablesWatch(archive, check, opened.inForce(), opened.findings());
    var risk = new RiskWatch(archive, watch, RiskRules::shipped);
    return new Administration(archive, check, watch, risk, clock);
  }

  /// A member of staff with a password.
  public String password(String username) {
    return passwords.computeIfAbsent(
        username, name -> desk.passwords().generate(new ResponderId(name), new SecureRandom()));
  }

  public Api signedIn(String username) {
    return new Api(url).signIn(username, password(username));
  }

  private <T extends AutoCloseable> T closing(T part) {
    open.push(part);
    return part;
  }

  private static Set<String> texts() {
    return shippedTexts().keys();
  }

  private static Texts shippedTexts() {
    return ((org.havenline.translations.Reading.Sound) Texts.shipped()).texts();
  }

  private static RoutingTables tables() {
    return switch (RoutingTables.shipped(texts())) {
      case Reading.Sound(var tables) -> tables;
      case Reading.Faulty(var faults) -> throw new IllegalStateException(faults.toString());
    };
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("desk");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
