package org.havenline.command.directory;

import java.util.function.Consumer;
import org.havenline.referral.stored.Directory;

/// Opens the directory the settings name, of a server that runs or not.
@FunctionalInterface
public interface OpenDirectory {
  /// The store is closed when `use` returns.
  void with(Consumer<Directory> use);
}
