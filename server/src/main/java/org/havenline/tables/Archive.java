package org.havenline.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.havenline.audit.AuditChain;
import org.havenline.audit.AuditEntry;
import org.havenline.audit.Author;
import org.havenline.contact.LineId;
import org.havenline.privacy.Pseudonyms;
import org.havenline.privacy.Vault;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.version.TableFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All versions of the tables and what is in force, the same for all lines and nodes. Every change
/// is one script, which does nothing when another change came in between, and brings its entry of
/// the audit log with it.
///
/// Keys:
/// - `{tables}:now` hash: `stamp`, `version` and `before`, `mode`, `down:<line>` (the forwarding
///   number, sealed), `newest`, `imported`, `imported-risk`; as in [State]
/// - `{tables}:versions` hash: number → the version, JSON; the newest 200 and what is in force
/// - `{tables}:files` hash: address → content, sealed, since it has telephone numbers of staff in
///   it; the same content lies there once. The address is the content's SHA-256, keyed: of a short
///   file the bare hash would give away a number to whoever tries them all
/// - `{tables}:audit` list: entries, JSON, the oldest first
public final class Archive {
  private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
  private static final RedisScript CHANGE = RedisScript.of(Archive.class, "change.lua");
  private static final String PREFIX = "{tables}";

  /// Older ones are forgotten; the audit log still tells of them.
  private static final int MOST_VERSIONS = 200;

  private static final String DOWN = "down:";

  /// Each failure means that somebody else's deed was noted.
  private static final int MOST_TRIES = 100;

  /// Deeds that put a version in force.
  private static final Set<String> IN_FORCE = Set.of("published", "approved", "rolled back to");

  private final Redis redis;
  private final Vault vault;
  private final Pseudonyms pseudonyms;
  private final AuditChain chain;
  private final InstantSource clock;

  public Archive(Redis redis, Vault vault, Pseudonyms pseudonyms, InstantSource clock) {
    this.redis = redis;
    this.vault = vault;
    this.pseudonyms = pseudonyms;
    this.chain = new AuditChain(pseudonyms);
    this.clock = clock;
  }

  /// Read in this order: an entry newer than `last` then shows that what followed may be old.
  public State state() {
    var last = redis.call("LINDEX", key("audit"), -1).optionalText().map(AuditEntry::parse);
    var now = redis.call("HGETALL", key("now")).fields();
    var down = new HashMap<LineId, String>();
    now.forEach((name, value) -> {
      if (name.startsWith(DOWN)) {
        down.put(
            new LineId(name.substring(DOWN.length())),
            new String(vault.open(value, PREFIX + name), UTF_8).strip());
      }
    });
    return new State(
        last.orElse(AuditEntry.NONE),
        number(now, "stamp"),
        number(now, "version"),
        number(now, "before"),
        number(now, "newest"),
        text(now, "imported", ""),
        text(now, "imported-risk", ""),
        new Switches(Mode.valueOf(text(now, "mode", "NORMAL")), down));
  }

  /// The stamp alone: what every node asks several times a second.
  public long stamp() {
    return redis.call("HGET", key("now"), "stamp").optionalText().map(Long::parseLong).orElse(0L);
  }

  public Optional<Version> version(long number) {
    return redis.call("HGET", key("versions"), number).optionalText().map(Version::parse);
  }

  /// Those that are kept, the newest first.
  public List<Version> versions() {
    return redis.call("HVALS", key("versions")).texts().stream()
        .map(Version::parse)
        .sorted(Comparator.comparingLong(Version::number).reversed())
        .toList();
  }

  /// @throws org.havenline.privacy.Unreadable when they were altered, or sealed by another key
  public TableFiles files(Version version) {
    return files(version.files());
  }

  private TableFiles files(SortedMap<String, String> addresses) {
    var all = new TreeMap<String, byte[]>();
    addresses.forEach((name, address) ->
        all.put(
            name, vault.open(redis.call("HGET", key("files"), address).bytes(), PREFIX + address)));
    return new TableFiles(all);
  }

  /// Name → address of each file.
  SortedMap<String, String> addresses(TableFiles files) {
    var all = new TreeMap<String, String>();
    files.files().forEach((name, bytes) -> all.put(name, pseudonyms.of("file|" + sha256(bytes))));
    return all;
  }

  /// The same for the same files, comments and all.
  String fingerprint(TableFiles files) {
    return fingerprint(addresses(files));
  }

  String fingerprint(SortedMap<String, String> addresses) {
    return pseudonyms.of("files|" + addresses);
  }

  /// The risk rules of a version; empty when it has none, as those of older releases.
  public TableFiles risk(Version version) {
    return files(version.risk());
  }

  /// Makes room for a version, with the files that only the oldest one uses.
  void forgetOldest(State state, Version added, Change change) {
    var kept = versions();
    if (kept.size() < MOST_VERSIONS) {
      return;
    }
    kept.reversed().stream()
        .filter(one -> one.number() != state.version() && one.number() != state.before())
        .findFirst()
        .ifPresent(oldest -> {
          var used = new HashSet<>(added.files().values());
          kept.stream()
              .filter(one -> one.number() != oldest.number())
              .forEach(one -> used.addAll(one.files().values()));
          oldest.files().values().stream()
              .filter(address -> !used.contains(address))
              .forEach(address -> change.remove("files", address));
          change.remove("versions", oldest.number());
        });
  }

  Change keepFiles(Change change, TableFiles files) {
    files
        .files()
        .forEach((name, bytes) -> {
          var address = pseudonyms.of("file|" + sha256(bytes));
          change.set("files", address, vault.seal(bytes, PREFIX + address));
        });
    return change;
  }

  Change lineDown(Change change, LineId line, String forwardTo) {
    var name = DOWN + line;
    return change.set("now", name, vault.seal((forwardTo + " ").getBytes(UTF_8), PREFIX + name));
  }

  Change lineUp(Change change, LineId line) {
    return change.remove("now", DOWN + line);
  }

  /// The entry that a deed decided on this state would be.
  AuditEntry entry(State seen, Author author, String deed, String object, String reason) {
    return chain.after(seen.last(), clock.instant(), author, deed, object, reason);
  }

  /// @return false when another change came in between
  boolean commit(State seen, AuditEntry entry, Change change) {
    var arguments = new ArrayList<Object>(List.of(seen.last().n(), entry.json()));
    arguments.addAll(change.fields());
    boolean done = redis.run(CHANGE, PREFIX, arguments.toArray()).number() == 1;
    if (done) {
      // outside the store, so that a log cut short there shows
      LOG.info("audit {} {} {}, seal {}", entry.n(), entry.deed(), entry.object(), entry.seal());
    }
    return done;
  }

  /// Notes a deed that changes nothing here, before it is done.
  public void note(Author author, String deed, String object, String reason) {
    for (int i = 0; i < MOST_TRIES; i++) {
      var state = state();
      if (commit(state, entry(state, author, deed, object, reason), new Change())) {
        return;
      }
    }
    throw new IllegalStateException("the audit log takes no entry");
  }

  /// Every entry, the oldest first.
  public List<AuditEntry> audit() {
    return redis.call("LRANGE", key("audit"), 0, -1).texts().stream()
        .map(AuditEntry::parse)
        .toList();
  }

  /// Whether a version was ever in force, as the audit log has it.
  boolean wasInForce(long number) {
    var object = "version " + number;
    return audit().stream()
        .anyMatch(entry -> entry.object().equals(object) && IN_FORCE.contains(entry.deed()));
  }

  /// Whether the audit log is as it was written.
  public AuditChain chain() {
    return chain;
  }

  private static String key(String name) {
    return PREFIX + ":" + name;
  }

  private static long number(Map<String, byte[]> fields, String name) {
    return Long.parseLong(text(fields, name, "0"));
  }

  private static String text(Map<String, byte[]> fields, String name, String otherwise) {
    var value = fields.get(name);
    return value == null ? otherwise : new String(value, UTF_8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// How everything stands. Whoever changes something names the newest entry it knows of; when
  /// another came in between, nothing happens and it must look again.
  ///
  /// @param last the newest entry of the audit log
  /// @param stamp of the newest change of what nodes decide by
  /// @param version in force, 0 for none
  /// @param before the version that was in force before it, 0 for none
  /// @param newest number ever given to a version
  /// @param imported fingerprint of the tables that came in last at a start
  /// @param importedRisk the same of the risk rules
  public record State(
      AuditEntry last,
      long stamp,
      long version,
      long before,
      long newest,
      String imported,
      String importedRisk,
      Switches switches) {}
}
