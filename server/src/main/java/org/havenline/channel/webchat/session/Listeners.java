package org.havenline.channel.webchat.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.havenline.contact.ContactId;
import org.havenline.contact.PersonId;
import org.havenline.contact.journal.Event;
import org.havenline.redis.RedisUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pages that wait for something to happen to their person. An event is a hint that there is
/// something to look for; who was not told looks when her time is over.
public final class Listeners {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final ConcurrentHashMap<PersonId, Set<Listener>> byPerson = new ConcurrentHashMap<>();
  private final Function<ContactId, Optional<PersonId>> personOf;
  private volatile boolean closed;

  /// A contact stays the same person's.
  private final Cache<ContactId, PersonId> persons =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofMinutes(5)).build();

  public Listeners(Function<ContactId, Optional<PersonId>> personOf) {
    this.personOf = personOf;
  }

  /// Listens from now on. Look after this, and before [Listener#await].
  public Listener listen(PersonId person) {
    var listener = new Listener(person);
    byPerson.compute(
        person,
        (_, before) -> {
          var all = before == null ? ConcurrentHashMap.<Listener>newKeySet(1) : before;
          all.add(listener);
          return all;
        });
    if (closed) {
      listener.latch.countDown();
    }
    return listener;
  }

  public void hear(Event event) {
    if (byPerson.isEmpty()) {
      return;
    }
    try {
      event
          .contact()
          .flatMap(this::person)
          .map(byPerson::get)
          .ifPresent(all -> all.forEach(one -> one.latch.countDown()));
    } catch (RedisUnavailable e) {
      // whoever else hears of it must not hear of it twice for this; pages look by themselves
      LOG.debug("store away");
    }
  }

  private Optional<PersonId> person(ContactId contact) {
    var known = persons.getIfPresent(contact);
    if (known != null) {
      return Optional.of(known);
    }
    var found = personOf.apply(contact);
    found.ifPresent(person -> persons.put(contact, person));
    return found;
  }

  /// Sends all away.
  public void close() {
    closed = true;
    byPerson.values().forEach(all -> all.forEach(one -> one.latch.countDown()));
  }

  public boolean isClosed() {
    return closed;
  }

  public final class Listener implements AutoCloseable {
    private final PersonId person;
    private final CountDownLatch latch = new CountDownLatch(1);

    private Listener(PersonId person) {
      this.person = person;
    }

    /// Until something happened, or the time is over.
    public void await(long nanos) {
      try {
        var _ = latch.await(nanos, TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      byPerson.computeIfPresent(
          person,
          (_, all) -> {
            all.remove(this);
            return all.isEmpty() ? null : all;
          });
    }
  }
}
