package org.havenline.referral.stored;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.havenline.redis.Redis;
import org.havenline.redis.Reply;
import org.havenline.redis.StreamTail;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.hsds.reading.Reading;
import org.havenline.referral.stored.DirectoryChange.CaughtUp;
import org.havenline.referral.stored.DirectoryChange.Present;

/// Tells a consumer everything the directory holds, then each change within milliseconds, on one
/// thread. Who was away so long that the log no longer reaches back is told everything again.
public final class Following implements AutoCloseable {
  private final Directory directory;
  private final Redis redis;
  private final Reading reading;
  private final Consumer<DirectoryChange> consumer;
  private final StreamTail tail;
  private long position;

  /// Returns when everything up to now has been told.
  ///
  /// @param after the position of an earlier [CaughtUp]; 0 to be told everything
  /// @param retry waits a little after a failure; false ends the following
  public Following(
      Directory directory,
      Redis redis,
      Reading reading,
      long after,
      Consumer<DirectoryChange> consumer,
      BooleanSupplier retry) {
    this.directory = directory;
    this.redis = redis;
    this.reading = reading;
    this.consumer = consumer;
    this.position = after;
    if (after == 0 || !reaches(after)) {
      everything();
    }
    consumer.accept(new CaughtUp(position));
    this.tail = new StreamTail(redis, Directory.key("events"), position + "-0", this::event, retry);
  }

  /// Whether the log still holds the entry after this one, or there is none.
  private boolean reaches(long after) {
    var oldest = redis.call("XRANGE", Directory.key("events"), "-", "+", "COUNT", 1).list();
    long newest = directory.changes();
    return newest == after
        || (!oldest.isEmpty() && number(oldest.getFirst()) <= after + 1 && newest > after);
  }

  /// The position is taken first: what changes meanwhile is told twice rather than never.
  private void everything() {
    position = directory.changes();
    directory
        .all()
        .forEach(one -> tell(one.id(), one.mark().revision(), Optional.of(one.document())));
  }

  private void event(Reply entry) {
    long next = number(entry);
    if (next > position + 1) {
      everything();
    } else {
      var fields = entry.list().get(1).texts();
      var id = new ServiceId(fields.get(fields.indexOf("service") + 1));
      tell(id, Long.parseLong(fields.get(fields.indexOf("revision") + 1)), directory.current(id));
    }
    position = Math.max(position, next);
    consumer.accept(new CaughtUp(position));
  }

  private void tell(ServiceId id, long revision, Optional<ObjectNode> stored) {
    stored.ifPresent(service -> consumer.accept(new Present(id, revision, reading.of(service))));
  }

  private static long number(Reply entry) {
    var id = entry.list().getFirst().text();
    return Long.parseLong(id.substring(0, id.indexOf('-')));
  }

  @Override
  public void close() {
    tail.close();
  }
}
