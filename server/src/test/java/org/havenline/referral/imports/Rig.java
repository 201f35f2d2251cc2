package org.havenline.referral.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.havenline.audit.Author;
import org.havenline.privacy.Keys;
import org.havenline.redis.Redis;
import org.havenline.referral.imports.tables.Forms;
import org.havenline.referral.stored.Directory;
import org.havenline.testing.HandClock;
import org.havenline.testing.RealRedis;
import org.jspecify.annotations.Nullable;

/// A directory in a store of its own, and imports into it.
final class Rig implements AutoCloseable {
  final RealRedis store = RealRedis.start(RealRedis.Version.EMBEDDED);
  final Redis redis = Redis.open(store.address());
  final Directory directory;
  private final Path folder;
  private final Import imports;

  Rig() {
    this(newFolder());
  }

  /// One with the keys of another: the same content then has the same digest.
  Rig(Rig other) {
    this(other.folder);
  }

  private Rig(Path folder) {
    this.folder = folder;
    var keys = Keys.open(folder.resolve("keys"), redis);
    directory = new Directory(redis, keys.vault(), keys.pseudonyms(), HandClock.atNoon());
    imports = new Import(directory, Forms.shipped());
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("havenline-directory");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Preview preview(Path source) {
    return imports.preview(new Source.Place(source), "test");
  }

  Preview imported(Path source) {
    var preview = preview(source);
    imports.apply(preview, Author.FILES);
    return preview;
  }

  Preview imported(String file, String content) {
    return imported(written(file, content));
  }

  Path written(String file, String content) {
    try {
      var path = Files.createTempDirectory(folder, "import").resolve(file);
      return Files.write(path, content.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Import imports() {
    return imports;
  }

  /// A folder of `../shared/data`, which is beside the project on some machines only.
  static @Nullable Path shared(String file) {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path found = up.resolve("shared/data").resolve(file);
      if (Files.exists(found)) {
        return found;
      }
    }
    return null;
  }

  @Override
  public void close() {
    redis.close();
    store.close();
  }
}
