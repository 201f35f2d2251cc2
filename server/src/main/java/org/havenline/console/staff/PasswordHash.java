package org.havenline.console.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Argon2id (RFC 9106) with 19 MiB, 2 passes, 1 lane, the least that OWASP's password storage page
/// advises: about 25 ms here, and once in every few seconds on a stolen phone.
///
/// One thread of the operating system does all of it: native code would hold the carrier of a
/// virtual thread, and a flood of guesses must not take more than one core and 19 MiB.
public final class PasswordHash implements AutoCloseable {
  private static final int PASSES = 2;
  private static final int KIBIBYTES = 19 * 1024;
  private static final int LANES = 1;
  private static final int MOST_WAITING = 32;

  private final Argon2 argon2 = Argon2Factory.create(Argon2Types.ARGON2id);
  private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          waiting,
          Thread.ofPlatform().name("argon2").daemon().factory());

  /// Checked when there is no such account, so that the answer takes as long.
  private final String nobody = of("nobody has this password");

  /// Whether so many wait that one more would take a second: a flood of guesses at names of all
  /// kinds must not hold up the rest of the server.
  boolean isBusy() {
    return waiting.size() >= MOST_WAITING;
  }

  /// As it is stored: salt and parameters are part of it.
  public String of(String password) {
    return await(() -> argon2.hash(PASSES, KIBIBYTES, LANES, password.getBytes(UTF_8)));
  }

  public boolean matches(String hash, String password) {
    return await(() -> argon2.verify(hash, password.getBytes(UTF_8)));
  }

  /// Does the work of [#matches] and answers no.
  public boolean matchesNobody(String password) {
    return matches(nobody, password) && nobody.isEmpty();
  }

  private <T> T await(Callable<T> work) {
    Future<T> result = thread.submit(work);
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Argon2 failed", e.getCause());
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
