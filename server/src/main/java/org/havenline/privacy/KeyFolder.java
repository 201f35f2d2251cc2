package org.havenline.privacy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;

/// The folder of key files: made at the first start, readable by its owner alone (mode 0600); to be
/// backed up apart from the data. Who loses it loses every stored message; who copies it can read
/// them.
public final class KeyFolder {
  private final Path folder;
  private final boolean first;

  /// @param first whether files may be made: nothing has been sealed yet
  public KeyFolder(Path folder, boolean first) {
    this.folder = folder;
    this.first = first;
  }

  /// Reads a keyset, or makes it at the first start.
  ///
  /// @throws IllegalStateException with a sentence for the person who starts the server
  KeysetHandle keyset(String name, Parameters parameters) {
    var file = folder.resolve(name + ".json");
    try {
      if (first && !Files.exists(file)) {
        create(file, parameters);
      }
      refuseMissing(file);
      refuseOpen(file);
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "The key file %s cannot be read. Restore it from your backup; without it stored messages stay unreadable."
              .formatted(file),
          e);
    }
  }

  private void create(Path file, Parameters parameters)
      throws IOException, GeneralSecurityException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    var text =
        TinkJsonProtoKeysetFormat.serializeKeyset(
            KeysetHandle.generateNew(parameters, RegistryConfiguration.get()),
            RegistryConfiguration.get(),
            InsecureSecretKeyAccess.get());
    // written whole under another name first: a crash must not leave half a key
    var half = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(half);
    Files.createFile(
        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(half, text);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void refuseMissing(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "The key file %s is missing, and this Redis holds what it sealed. Restore it from your backup; for a further node copy it from the first; for a new beginning use an empty Redis."
              .formatted(file));
    }
  }

  private static void refuseOpen(Path file) throws IOException {
    var others =
        EnumSet.complementOf(
            EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.OWNER_EXECUTE));
    others.retainAll(Files.getPosixFilePermissions(file));
    if (!others.isEmpty()) {
      throw new IllegalStateException(
          "The key file %s can be read by others. Run: chmod 600 %s".formatted(file, file));
    }
  }
}
