package org.havenline.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.havenline.redis.Redis;
import org.havenline.testing.RealRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys and the store they belong to.
final class KeysIT {
  @TempDir Path here;
  @TempDir Path elsewhere;
  private final RealRedis store = RealRedis.start(RealRedis.Version.EMBEDDED);
  private final Redis redis = Redis.open(store.address());

  @AfterEach
  void close() {
    redis.close();
    store.close();
  }

  @Test
  void storeKnowsItsKeysAgain() {
    var sealed = Keys.open(here, redis).vault().seal("hers".getBytes(UTF_8), "place");

    var again = Keys.open(here, redis);

    assertThat(again.vault().open(sealed, "place")).asString(UTF_8).isEqualTo("hers");
  }

  @Test
  void nodeWithoutTheKeysOfTheFirstMakesNone() {
    Keys.open(here, redis);

    assertThatThrownBy(() -> Keys.open(elsewhere, redis))
        .hasMessageContaining("vault.json is missing")
        .hasMessageContaining("copy it from the first");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void oneForeignKeyOfTheTwoIsEnoughToBeRefused() throws IOException {
    Keys.open(here, redis);
    try (var other = RealRedis.start(RealRedis.Version.EMBEDDED);
        var otherRedis = Redis.open(other.address())) {
      Keys.open(elsewhere, otherRedis);
    }
    for (var name : new String[] {"vault.json", "pseudonym.json"}) {
      var kept = Files.readAllBytes(here.resolve(name));
      Files.copy(elsewhere.resolve(name), here.resolve(name), StandardCopyOption.REPLACE_EXISTING);

      assertThatThrownBy(() -> Keys.open(here, redis))
          .as(name)
          .hasMessageContaining("not those this Redis was written with");
      Files.write(here.resolve(name), kept);
    }
    Keys.open(here, redis);
  }
}
