package org.havenline.referral.stored;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.havenline.audit.AuditChain;
import org.havenline.audit.AuditEntry;
import org.havenline.audit.Author;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.referral.capacity.Report;
import org.havenline.referral.capacity.record.LaidOver;
import org.havenline.referral.directory.ServiceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What services said themselves of their free places, apart from their records, so that an import
/// neither sees nor changes it.
///
/// Keys:
/// - `{directory}:reports` hash: service id → its last report, sealed
/// - `{directory}:reported` hash: service id → when it was said (ms), a space, which report
/// - `{directory}:reporters` hash: keyed digest of a number → ids of the services it speaks for, a
///   line each
/// - `{directory}:reporting` hash: service id → keyed digests of its numbers, a line each
public final class Reports {
  private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
  private static final RedisScript REPORT = RedisScript.of(Reports.class, "report.lua");
  private static final int MOST_TRIES = 100;

  private final Redis redis;
  private final Sealer sealer;
  private final AuditChain chain;
  private final InstantSource clock;

  /// What became of a report.
  public enum Outcome {
    NOTED,
    /// It was noted before, or a newer one was.
    OLD,
    NO_SUCH_SERVICE
  }

  Reports(Redis redis, Sealer sealer, AuditChain chain, InstantSource clock) {
    this.redis = redis;
    this.sealer = sealer;
    this.chain = chain;
    this.clock = clock;
  }

  /// Notes a report, and who said it by which way in the audit log, both or neither.
  ///
  /// @param id the same for the same report, which then counts once
  /// @throws IllegalStateException when others were quicker time and again
  public Outcome note(ServiceId service, Report report, String id, Author author) {
    var sealed = sealer.seal(report.json(), context(service));
    for (int i = 0; i < MOST_TRIES; i++) {
      var last =
          redis
              .call("LINDEX", Directory.key("audit"), -1)
              .optionalText()
              .map(AuditEntry::parse)
              .orElse(AuditEntry.NONE);
      var entry =
          chain.after(
              last,
              clock.instant(),
              author,
              "reported",
              "places of service " + service.value(),
              "by " + report.way().word());
      long answer =
          redis
              .run(
                  REPORT,
                  Directory.PREFIX,
                  clock.millis(),
                  service.value(),
                  sealed,
                  report.at().toEpochMilli(),
                  id,
                  last.n(),
                  entry.json())
              .number();
      if (answer == 1) {
        LOG.info("directory audit {} {}, seal {}", entry.n(), entry.deed(), entry.seal());
        return Outcome.NOTED;
      } else if (answer != -1) {
        return answer == 0 ? Outcome.OLD : Outcome.NO_SUCH_SERVICE;
      }
    }
    throw new IllegalStateException("the audit log of the directory is written to without end");
  }

  public Optional<Report> of(ServiceId service) {
    return redis
        .call("HGET", Directory.key("reports"), service.value())
        .optionalBytes()
        .map(sealed -> Report.read(sealer.open(sealed, context(service))));
  }

  /// The one service a number speaks for; empty when there is none, or several.
  ///
  /// @param number E.164
  public Optional<ServiceId> speaker(String number) {
    return redis
        .call("HGET", Directory.key("reporters"), sealer.number(number))
        .optionalText()
        .filter(ids -> !ids.contains("\n"))
        .map(ServiceId::new);
  }

  /// Services that have a number to report by.
  public List<ServiceId> speaking() {
    return redis.call("HKEYS", Directory.key("reporting")).texts().stream()
        .sorted()
        .map(ServiceId::new)
        .toList();
  }

  /// When each service last said something.
  public Map<ServiceId, Instant> said() {
    var said = new TreeMap<ServiceId, Instant>((a, b) -> a.value().compareTo(b.value()));
    marks()
        .forEach((id, mark) ->
            said.put(
                new ServiceId(id),
                Instant.ofEpochMilli(Long.parseLong(mark.substring(0, mark.indexOf(' '))))));
    return said;
  }

  /// By service id, what tells its last report from every other.
  Map<String, String> marks() {
    var marks = new TreeMap<String, String>();
    redis
        .call("HGETALL", Directory.key("reported"))
        .fields()
        .forEach(
            (id, mark) -> marks.put(id, new String(mark, java.nio.charset.StandardCharsets.UTF_8)));
    return marks;
  }

  /// Documents with what each service said laid over.
  List<Optional<ObjectNode>> laid(List<ServiceId> ids, List<Optional<ObjectNode>> documents) {
    if (ids.isEmpty()) {
      return documents;
    }
    var arguments = new ArrayList<Object>(List.of(Directory.key("reports")));
    ids.forEach(id -> arguments.add(id.value()));
    var reports = redis.call("HMGET", arguments.toArray()).list();
    var laid = new ArrayList<Optional<ObjectNode>>();
    for (int i = 0; i < ids.size(); i++) {
      var context = context(ids.get(i));
      var report =
          reports.get(i).optionalBytes().map(sealed -> Report.read(sealer.open(sealed, context)));
      laid.add(documents.get(i).map(one -> report.map(said -> LaidOver.of(one, said)).orElse(one)));
    }
    return laid;
  }

  private static String context(ServiceId service) {
    return Directory.key("reports") + "|" + service.value();
  }
}
