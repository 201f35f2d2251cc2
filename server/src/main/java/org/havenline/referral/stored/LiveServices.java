package org.havenline.referral.stored;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.havenline.redis.Redis;
import org.havenline.referral.hsds.reading.Reading;
import org.havenline.referral.search.ServiceSearch;
import org.havenline.referral.search.index.ServiceIndex;
import org.havenline.referral.search.text.Concepts;

/// The directory as this node can search it: an index of its own, which follows every change within
/// milliseconds.
public final class LiveServices implements AutoCloseable {
  private final Directory directory;
  private final StoredServices services;
  private final ServiceIndex index;
  private final ServiceSearch search;
  private final Following following;
  private volatile long told;

  /// Returns when everything the directory holds can be found.
  ///
  /// @param folder of this node alone; it holds nothing finer than search may know
  /// @param retry waits a little after a failure; false ends the following
  public LiveServices(
      Path folder,
      Directory directory,
      Redis redis,
      Reading reading,
      Concepts concepts,
      BooleanSupplier retry) {
    this.directory = directory;
    this.services = new StoredServices(directory, reading);
    // taken first: what changes while the index is made is told twice rather than never
    long before = directory.changes();
    this.index = ServiceIndex.open(folder, services);
    this.search = new ServiceSearch(index, concepts, System::nanoTime);
    this.following = new Following(directory, redis, reading, before, this::change, retry);
  }

  public ServiceSearch search() {
    return search;
  }

  private void change(DirectoryChange change) {
    switch (change) {
      case DirectoryChange.Present(var id, var revision, var read) -> index.replace(id, read);
      case DirectoryChange.CaughtUp(var position) -> told = position;
    }
  }

  /// Keeps the index for the next start, unless the directory is just changing.
  @Override
  public void close() {
    following.close();
    var stamp = services.stamp();
    if (told == directory.changes()) {
      index.keep(stamp);
    }
    index.close();
  }
}
