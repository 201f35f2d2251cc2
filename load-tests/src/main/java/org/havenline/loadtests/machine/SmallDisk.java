package org.havenline.loadtests.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk that is soon full, and that can be made larger. Needs root.
public record SmallDisk(Path folder) implements AutoCloseable {

  public static SmallDisk create(Path folder, int megabytes) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Signals.run(
        "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
    return new SmallDisk(folder);
  }

  public void enlarge(int megabytes) {
    Signals.run("mount", "-o", "remount,size=" + megabytes + "m", folder.toString());
  }

  @Override
  public void close() {
    Signals.run("umount", folder.toString());
  }
}
