package org.havenline.redis.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder of one server: keys, the embedded Redis, indexes. Readable by its owner alone, and
/// used by one server at a time.
public final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileLock lock;

  private DataDirectory(Path path, FileLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /// Creates the folder if needed and takes it.
  ///
  /// @throws IllegalStateException with a sentence for the person who starts the server
  public static DataDirectory open(Path path) {
    try {
      Files.createDirectories(path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      var channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new IllegalStateException(
            "Another server uses the data directory %s. Stop it, or set HAVENLINE_DATA_DIR to another folder."
                .formatted(path));
      }
      return new DataDirectory(path.toRealPath(), lock);
    } catch (IOException e) {
      throw new IllegalStateException(
          "The data directory %s cannot be used (%s). Set HAVENLINE_DATA_DIR to a folder this user may write."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel)
      throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    try {
      lock.acquiredBy().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
