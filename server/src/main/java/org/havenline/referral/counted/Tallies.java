package org.havenline.referral.counted;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.havenline.contact.LineKeys;
import org.havenline.privacy.Vault;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.referral.directory.ServiceKind;

/// The counters of a line. What a referral adds waits, sealed, among others, and is added later and
/// together with them: so not even who holds every write of the store can tell which of the changes
/// of a counter was whose.
///
/// Keys:
/// - `{line}:tallies` set: what waits to be added, each sealed by the vault, without an id
/// - `{line}:counted:<month>` hash: counter → how many
public final class Tallies {
  /// So many are added together.
  static final int TOGETHER = 11;

  private static final RedisScript ADD = RedisScript.of(Tallies.class, "add.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final Vault vault;
  private final List<String> kinds;
  private final InstantSource clock;

  /// @param kinds codes of every kind of service
  public Tallies(Redis redis, LineKeys keys, Vault vault, List<String> kinds, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.vault = vault;
    this.kinds = List.copyOf(kinds);
    this.clock = clock;
  }

  /// Whether these are kinds that are counted.
  public boolean knows(List<ServiceKind> needs) {
    return needs.stream().map(ServiceKind::code).allMatch(kinds::contains);
  }

  /// Ready to wait.
  public byte[] seal(Tally tally) {
    return vault.seal(tally.bytes(), context());
  }

  /// Adds what waits, if that is enough.
  public void settle() {
    if (redis.call("SCARD", keys.of("tallies")).number() >= TOGETHER) {
      add();
    }
  }

  /// Whether a month can be shown: one that is not over would show each single one that is added.
  public boolean isOver(YearMonth month) {
    return month.isBefore(now());
  }

  /// The month before this one.
  public YearMonth last() {
    return now().minusMonths(1);
  }

  /// What may be shown of a month that is over.
  public Map<Table, Shown> month(YearMonth month) {
    if (!isOver(month)) {
      throw new IllegalArgumentException("not over yet");
    }
    add();
    var counted = new HashMap<String, Long>();
    redis
        .call("HGETALL", keys.of("counted:" + month))
        .fields()
        .forEach((name, value) -> counted.put(name, Long.parseLong(new String(value, UTF_8))));
    var shown = new EnumMap<Table, Shown>(Table.class);
    for (var table : Table.values()) {
      shown.put(
          table,
          Shown.of(cells(table).toList(), cell -> counted.getOrDefault(table.counter(cell), 0L)));
    }
    return shown;
  }

  private Stream<String> cells(Table table) {
    return table == Table.NEED
        ? kinds.stream()
            .flatMap(kind -> Stream.of(kind + " " + Tally.FOUND, kind + " " + Tally.UNMET))
        : table.cells().stream();
  }

  private void add() {
    var arguments = new ArrayList<Object>();
    for (var waiting : redis.call("SMEMBERS", keys.of("tallies")).list()) {
      var sealed = waiting.bytes();
      var tally = Tally.parse(vault.open(sealed, context()));
      arguments.addAll(List.of(sealed, tally.month(), tally.counters().size()));
      arguments.addAll(tally.counters());
    }
    if (!arguments.isEmpty()) {
      redis.run(ADD, keys.prefix(), arguments.toArray());
    }
  }

  private String context() {
    return keys.prefix() + "|tally";
  }

  private YearMonth now() {
    return Tally.month(clock.instant());
  }

  /// A month as the API writes it; empty when it is none.
  public static Optional<YearMonth> parse(String text) {
    try {
      return Optional.of(YearMonth.parse(text));
    } catch (java.time.DateTimeException e) {
      return Optional.empty();
    }
  }
}
