package org.havenline.loadtests.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk whose power can be cut: a file system in an image file. A copy of the image taken while
/// it is mounted is what a disk holds at that moment: all that was synced, nothing that was only in
/// memory. Needs root and `/dev/loop`.
public final class LoopDisk implements AutoCloseable {
  private static final String SIZE = "1G";

  private final Path image;
  private final Path cut;
  private final Path mount;
  private String device = "";

  private LoopDisk(Path folder) {
    image = folder.resolve("disk.img");
    cut = folder.resolve("cut.img");
    mount = folder.resolve("disk");
  }

  public static LoopDisk create(Path folder) {
    var disk = new LoopDisk(folder);
    try {
      Files.createDirectories(disk.mount);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Signals.run("truncate", "-s", SIZE, disk.image.toString());
    Signals.run("mkfs.ext4", "-q", "-F", disk.image.toString());
    disk.mount();
    return disk;
  }

  public Path folder() {
    return mount;
  }

  /// Keeps what the disk holds now.
  public void photograph() {
    Signals.run("cp", "--sparse=always", image.toString(), cut.toString());
  }

  /// Goes back to the photograph, as after a power cut at that moment. Nobody may use the disk.
  public void cutPower() {
    unmount();
    try {
      Files.move(cut, image, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    mount();
  }

  private void mount() {
    device = Signals.run("losetup", "-f", "--show", image.toString());
    Signals.run("mount", device, mount.toString());
  }

  private void unmount() {
    Signals.run("umount", mount.toString());
    Signals.run("losetup", "-d", device);
  }

  @Override
  public void close() {
    unmount();
  }
}
