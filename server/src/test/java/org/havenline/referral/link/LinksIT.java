package org.havenline.referral.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.havenline.privacy.Keys;
import org.havenline.privacy.Unreadable;
import org.havenline.redis.Redis;
import org.havenline.testing.HandClock;
import org.havenline.testing.RealRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Private links on a real store: the very token opens, and nothing else does.
final class LinksIT {
  private static final Purpose PLACES = new Purpose("capacity", "house-rowan-7");
  private static final Purpose OTHER = new Purpose("referral", "r1:with:colons");
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path folder;

  private final RealRedis store = RealRedis.start(RealRedis.Version.EMBEDDED);
  private final Redis redis = Redis.open(store.address());
  private final HandClock clock = HandClock.atNoon();
  private final Random random = new Random(7);
  private Links links;

  @BeforeEach
  void open() {
    var keys = Keys.open(folder.resolve("keys"), redis);
    links = new Links(redis, keys.vault(), keys.pseudonyms(), clock, random);
  }

  @AfterEach
  void close() {
    redis.close();
    store.close();
  }

  @Test
  void theTokenOpensWhatItIsForAndItsUseIsCounted() {
    var one = links.issue(PLACES, DAY);
    var two = links.issue(OTHER, DAY);

    assertThat(links.open(one.token())).contains(new Link(PLACES, one.until(), 1));
    assertThat(links.open(two.token())).contains(new Link(OTHER, two.until(), 1));
    assertThat(links.open(one.token()).orElseThrow().used()).isEqualTo(2);
    assertThat(one.token()).hasSize(43).isNotEqualTo(two.token());
    assertThat(one.toString()).doesNotContain(one.token());
  }

  @Test
  void anyChangedTokenOpensNothing() {
    var token = links.issue(PLACES, DAY).token();

    for (int i = 0; i < token.length(); i++) {
      for (char other : new char[] {'A', 'b', '-', '*'}) {
        var changed = token.substring(0, i) + other + token.substring(i + 1);
        assertThat(links.open(changed).isPresent()).isEqualTo(changed.equals(token));
      }
      assertThat(links.open(token.substring(0, i))).isEmpty();
    }
    assertThat(links.open(token + "=")).isEmpty();
    assertThat(links.open(" " + token)).isEmpty();
  }

  @Test
  void anEndedLinkOpensNothingAndTheOthersStillDo() {
    var ended = links.issue(PLACES, DAY);
    var kept = links.issue(PLACES, DAY);
    var other = links.issue(OTHER, DAY);

    links.end(ended.token());
    links.end("never issued");
    assertThat(links.open(ended.token())).isEmpty();
    assertThat(links.open(kept.token())).isPresent();

    assertThat(links.endAll(PLACES)).isEqualTo(1);
    assertThat(links.open(kept.token())).isEmpty();
    assertThat(links.open(other.token())).isPresent();
    assertThat(links.endAll(PLACES)).isZero();
  }

  @Test
  void anExpiredLinkOpensNothingFromItsEndOn() {
    var token = links.issue(PLACES, DAY).token();

    clock.move(DAY.minusMillis(1));
    assertThat(links.open(token)).isPresent();
    clock.move(Duration.ofMillis(1));
    assertThat(links.open(token)).isEmpty();
  }

  @Test
  void longerLinksOfAPurposeAreStillEndedWithTheOthers() {
    var longer = links.issue(PLACES, DAY.multipliedBy(30));
    links.issue(PLACES, Duration.ofHours(1));

    var with = redis.call("KEYS", "{links}:with:*").texts().getFirst();
    assertThat(redis.call("PTTL", with).number()).isGreaterThan(DAY.toMillis());
    assertThat(links.endAll(PLACES)).isEqualTo(2);
    assertThat(links.open(longer.token())).isEmpty();
  }

  @Test
  void theStoreHoldsNeitherTokenNorPurposeInTheClear() throws IOException {
    var token = links.issue(PLACES, DAY).token();
    links.open(token);

    assertThat(everything()).doesNotContain(token).doesNotContain(PLACES.id());
    redis.call("SET", "{links}:leak", token + PLACES.id());
    assertThat(everything()).contains(token).contains(PLACES.id());
  }

  @Test
  void aPurposeMovedToAnotherLinkDoesNotOpen() {
    var mine = links.issue(OTHER, DAY).token();
    var own = redis.call("KEYS", "{links}:link:*").texts().getFirst();
    links.issue(PLACES, DAY);
    var theirs =
        redis.call("KEYS", "{links}:link:*").texts().stream()
            .filter(key -> !key.equals(own))
            .findFirst()
            .orElseThrow();

    redis.call("HSET", own, "for", redis.call("HGET", theirs, "for").bytes());
    assertThatThrownBy(() -> links.open(mine)).isInstanceOf(Unreadable.class);
  }

  private String everything() throws IOException {
    redis.call("SAVE");
    var all = new StringBuilder();
    try (var files = Files.list(store.folder())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, ISO_8859_1));
      }
    }
    return all.toString();
  }
}
