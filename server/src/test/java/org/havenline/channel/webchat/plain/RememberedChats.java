package org.havenline.channel.webchat.plain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.havenline.http.Request;
import org.havenline.http.Response;

/// Chats in memory, all of which say the same.
final class RememberedChats implements PlainChat, AutoCloseable {
  private final Lock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final List<Said> said = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> left = new HashSet<>();
  private String state = "new";
  private int before;
  private boolean young;
  private String entered = "";
  private boolean closed;

  void write(String text) {
    change(() -> said.add(new Said(false, text)));
  }

  void say(String newState, int newBefore) {
    change(() -> {
      state = newState;
      before = newBefore;
    });
  }

  void forget() {
    change(() -> {
      said.clear();
      open.clear();
      left.clear();
      state = "new";
    });
  }

  void stop(String token) {
    change(() -> open.remove(token));
  }

  Set<String> open() {
    return Set.copyOf(open);
  }

  Set<String> left() {
    return Set.copyOf(left);
  }

  boolean young() {
    return young;
  }

  @Override
  public Optional<String> start(Request from, String language, boolean chosen, boolean isYoung) {
    var token = "token" + said.size() + open.size() + left.size();
    change(() -> {
      open.add(token);
      young = isYoung;
    });
    return Optional.of(token);
  }

  @Override
  public Optional<String> comeBack(
      Request from, String words, String key, String language, boolean isYoung) {
    entered = words;
    return start(from, language, false, isYoung);
  }

  @Override
  public Optional<List<String>> words(String token) {
    return open.contains(token) ? Optional.of(List.of("bread 123", "milk 456")) : Optional.empty();
  }

  String entered() {
    return entered;
  }

  @Override
  public Optional<String> language(String token) {
    return open.contains(token) ? Optional.of("en") : Optional.empty();
  }

  @Override
  public Response say(Request from, String token, String key, String text) {
    change(() -> {
      if (keys.add(key)) {
        said.add(new Said(true, text));
      }
    });
    return Response.empty(200);
  }

  @Override
  public Optional<News> hear(String token, int after, String mark) {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(25);
      while (left > 0
          && !closed
          && open.contains(token)
          && said.size() <= after
          && mark.equals(state + before)) {
        left = news.awaitNanos(left);
      }
      return open.contains(token)
          ? Optional.of(
              new News(
                  List.copyOf(said.subList(after, said.size())),
                  said.size(),
                  state + before,
                  state,
                  state.equals("waiting") ? OptionalLong.of(before) : OptionalLong.empty()))
          : Optional.empty();
    } catch (InterruptedException e) {
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void leave(String token) {
    change(() -> left.add(token));
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    change(() -> closed = true);
  }
}
