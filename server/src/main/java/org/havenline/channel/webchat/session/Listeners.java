package org.havenline.channel.webchat.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.havenline.contact.ContactId;
import org.havenline.contact.PersonId;
import org.havenline.contact.journal.Event;
import org.havenline.redis.RedisUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pages that wait for something to happen to their person. An event is a hint that there is
/// something to look for; who was not told looks when her time is over.
public final class Listeners {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final ConcurrentHashMap<PersonId, List<Listener>> byPerson = new ConcurrentHashMap<>();
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
        (_, before) ->
            before == null
                ? List.of(listener)
                : Stream.concat(before.stream(), Stream.of(listener)).toList());
    if (closed) {
      listener.tell();
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
          .ifPresent(all -> all.forEach(Listener::tell));
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
    byPerson.values().forEach(all -> all.forEach(Listener::tell));
  }

  public boolean isClosed() {
    return closed;
  }

  public final class Listener implements AutoCloseable {
    private final PersonId person;
    private final CompletableFuture<@Nullable Void> told = new CompletableFuture<>();
    private boolean stays;

    private Listener(PersonId person) {
      this.person = person;
    }

    private void tell() {
      told.complete(null);
    }

    /// Until something happened, or the time is over.
    public void await(long nanos) {
      try {
        var _ = told.completeOnTimeout(null, nanos, TimeUnit.NANOSECONDS).get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    /// Stays until something happened, or the time is over, and then goes on with this.
    ///
    /// @param next must not block
    public void then(long nanos, Runnable next) {
      stays = true;
      var _ =
          told.completeOnTimeout(null, nanos, TimeUnit.NANOSECONDS)
              .thenRun(() -> {
                leave();
                next.run();
              });
    }

    private void leave() {
      byPerson.computeIfPresent(
          person,
          (_, all) -> {
            var others = all.stream().filter(one -> one != this).toList();
            return others.isEmpty() ? null : others;
          });
    }

    @Override
    public void close() {
      if (!stays) {
        leave();
      }
    }
  }
}
