package org.havenline.referral.stored;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.audit.AuditChain;
import org.havenline.audit.AuditEntry;
import org.havenline.audit.Author;
import org.havenline.privacy.Pseudonyms;
import org.havenline.privacy.Vault;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.hsds.Withheld;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All services, the same for all lines and nodes. Each record is sealed whole; what may be told of
/// a confidential one is made when it is read.
///
/// Keys:
/// - `{directory}:marks` hash: service id → revision, keyed digest, `seen` or `missing`, source
/// - `{directory}:records` hash: service id → the HSDS document, packed and sealed
/// - `{directory}:originals` hash: service id → the record as it was imported, packed and sealed
/// - `{directory}:events`, `{directory}:seq` stream and counter: which service changed, without
///   content, ids `<seq>-0` without gaps; the newest 100,000 stay
/// - `{directory}:audit` list: entries, JSON, the oldest first: imports, exports, who opened a
///   confidential place
public final class Directory {
  static final String PREFIX = "{directory}";

  private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
  private static final RedisScript PUT = RedisScript.of(Directory.class, "put.lua");
  private static final RedisScript AUDIT = RedisScript.of(Directory.class, "audit.lua");

  /// Records in one script: about a millisecond, in which nobody else is served.
  private static final int AT_ONCE = 50;

  /// Records fetched and opened in one go.
  private static final int OPENED_AT_ONCE = 200;

  private static final int MOST_TRIES = 100;

  private final Redis redis;
  private final Sealer sealer;
  private final AuditChain chain;
  private final Reports reports;
  private final InstantSource clock;

  public Directory(Redis redis, Vault vault, Pseudonyms pseudonyms, InstantSource clock) {
    this.redis = redis;
    this.sealer = new Sealer(vault, pseudonyms);
    this.chain = new AuditChain(pseudonyms);
    this.clock = clock;
    this.reports = new Reports(redis, sealer, chain, clock);
  }

  /// What services said themselves; laid over what is told and searched, not over what is stored.
  public Reports reports() {
    return reports;
  }

  /// Of every record, by id.
  public Map<ServiceId, Mark> marks() {
    var marks = new TreeMap<ServiceId, Mark>((a, b) -> a.value().compareTo(b.value()));
    var cursor = "0";
    do {
      var page = redis.call("HSCAN", key("marks"), cursor, "COUNT", 1_000).list();
      cursor = page.getFirst().text();
      page.get(1)
          .fields()
          .forEach((id, mark) -> marks.put(new ServiceId(id), Mark.parse(new String(mark, UTF_8))));
    } while (!cursor.equals("0"));
    return marks;
  }

  public Mark mark(ServiceId id) {
    return redis
        .call("HGET", key("marks"), id.value())
        .optionalText()
        .map(Mark::parse)
        .orElse(Mark.NONE);
  }

  /// How many changes there have been: the same number, the same directory.
  public long changes() {
    return redis.call("GET", key("seq")).optionalText().map(Long::parseLong).orElse(0L);
  }

  /// What may be told of a service.
  public Optional<ObjectNode> told(ServiceId id) {
    return current(id).map(Withheld::from);
  }

  /// The whole document with what the service said itself laid over, for reading into an index;
  /// never to be shown.
  public Optional<ObjectNode> current(ServiceId id) {
    return reports.laid(List.of(id), List.of(stored(id))).getFirst();
  }

  /// The whole document as it was imported, for comparing; never to be shown.
  public Optional<ObjectNode> stored(ServiceId id) {
    return document("records", id);
  }

  /// Many at once, in the same order.
  public List<Optional<ObjectNode>> stored(List<ServiceId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var arguments = new ArrayList<Object>(List.of(key("records")));
    ids.forEach(id -> arguments.add(id.value()));
    var found = redis.call("HMGET", arguments.toArray()).list();
    var documents = new ArrayList<Optional<ObjectNode>>();
    for (int i = 0; i < ids.size(); i++) {
      var id = ids.get(i);
      documents.add(
          found.get(i).optionalBytes().map(sealed -> sealer.open(sealed, context("records", id))));
    }
    return documents;
  }

  /// Every service as it is now, by id; a part of them in memory at a time. What is added meanwhile
  /// may be left out.
  public Stream<Stored> all() {
    var marks = List.copyOf(marks().entrySet());
    return IntStream.iterate(0, from -> from < marks.size(), from -> from + OPENED_AT_ONCE)
        .mapToObj(from -> marks.subList(from, Math.min(from + OPENED_AT_ONCE, marks.size())))
        .flatMap(part -> whole(part).stream());
  }

  private List<Stored> whole(List<Map.Entry<ServiceId, Mark>> part) {
    var ids = part.stream().map(Map.Entry::getKey).toList();
    var documents = reports.laid(ids, stored(ids));
    return IntStream.range(0, part.size())
        .boxed()
        .flatMap(i ->
            documents.get(i).stream()
                .map(found -> new Stored(part.get(i).getKey(), part.get(i).getValue(), found)))
        .toList();
  }

  /// Whole, also where it is. Whoever looks is noted first.
  ///
  /// @param reason as given
  public Optional<ObjectNode> opened(ServiceId id, Author reader, String reason) {
    audit(reader, "opened", "service " + id.value(), reason);
    return current(id);
  }

  /// As it came, before anything was repaired; empty when nothing was.
  public Optional<ObjectNode> original(ServiceId id) {
    return document("originals", id);
  }

  private Optional<ObjectNode> document(String hash, ServiceId id) {
    return redis
        .call("HGET", key(hash), id.value())
        .optionalBytes()
        .map(sealed -> sealer.open(sealed, context(hash, id)));
  }

  public String digest(ObjectNode service) {
    return sealer.digest(service);
  }

  /// A change made ready for [#put].
  ///
  /// @param original left as it is when there is none
  public Put prepare(
      ServiceId id,
      long before,
      Mark mark,
      Optional<ObjectNode> service,
      Optional<ObjectNode> original) {
    return new Put(
        id,
        before,
        mark,
        service.map(one -> sealer.seal(one, context("records", id))).orElse(new byte[0]),
        original.map(one -> sealer.seal(one, context("originals", id))).orElse(new byte[0]),
        service.map(sealer::numbers).orElse(""));
  }

  /// The document of a change that was made ready.
  public ObjectNode document(Put put) {
    return sealer.open(put.record(), context("records", put.id()));
  }

  /// Stores them, some at a time; each whole or not at all.
  ///
  /// @return those that somebody else changed meanwhile; they are as he left them
  public List<ServiceId> put(List<Put> changes) {
    var skipped = new ArrayList<ServiceId>();
    for (int from = 0; from < changes.size(); from += AT_ONCE) {
      var arguments = new ArrayList<Object>();
      arguments.add(clock.millis());
      for (var put : changes.subList(from, Math.min(from + AT_ONCE, changes.size()))) {
        arguments.add(put.id().value());
        arguments.add(put.before());
        arguments.add(put.mark().text());
        arguments.add(put.record());
        arguments.add(put.original());
        arguments.add(put.numbers());
      }
      redis
          .run(PUT, PREFIX, arguments.toArray())
          .texts()
          .forEach(id -> skipped.add(new ServiceId(id)));
    }
    return skipped;
  }

  /// Notes a deed.
  ///
  /// @param deed in one word: `imported`
  /// @throws IllegalStateException when others were quicker time and again
  public void audit(Author author, String deed, String object, String reason) {
    for (int i = 0; i < MOST_TRIES; i++) {
      var last =
          redis
              .call("LINDEX", key("audit"), -1)
              .optionalText()
              .map(AuditEntry::parse)
              .orElse(AuditEntry.NONE);
      var entry = chain.after(last, clock.instant(), author, deed, object, reason);
      if (redis.run(AUDIT, PREFIX, last.n(), entry.json()).number() == 1) {
        LOG.info("directory audit {} {}, seal {}", entry.n(), entry.deed(), entry.seal());
        return;
      }
    }
    throw new IllegalStateException("the audit log of the directory is written to without end");
  }

  /// Every deed, the oldest first.
  public List<AuditEntry> audit() {
    return redis.call("LRANGE", key("audit"), 0, -1).texts().stream()
        .map(AuditEntry::parse)
        .toList();
  }

  static String key(String name) {
    return PREFIX + ":" + name;
  }

  private static String context(String hash, ServiceId id) {
    return key(hash) + "|" + id.value();
  }
}
