package org.havenline.simulator.voice.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Callers who wait, first come first served.
public final class Queue {
  private final String sid;
  private final String name;
  private final int most;
  private final Instant created;
  private final List<Member> members = new ArrayList<>();
  private final List<Consumer<Member>> waiters = new ArrayList<>();

  Queue(String sid, String name, int most, Instant created) {
    this.sid = sid;
    this.name = name;
    this.most = most;
    this.created = created;
  }

  public String sid() {
    return sid;
  }

  public String name() {
    return name;
  }

  public int most() {
    return most;
  }

  public Instant created() {
    return created;
  }

  public List<Member> members() {
    return List.copyOf(members);
  }

  public boolean full() {
    return members.size() >= most;
  }

  /// At the end, or at once to whoever waits for a caller.
  public void join(Member member) {
    members.add(member);
    if (!waiters.isEmpty()) {
      waiters.removeFirst().accept(member);
    }
  }

  public void remove(Member member) {
    members.remove(member);
  }

  /// Takes a member out to speak to her.
  public void take(Member member, Runnable whenGone) {
    members.remove(member);
    member.take(whenGone);
  }

  public Optional<Member> front() {
    return members.stream().findFirst();
  }

  /// Waits for the next who joins.
  ///
  /// @return what to run to wait no more
  public Runnable await(Consumer<Member> waiter) {
    waiters.add(waiter);
    return () -> waiters.remove(waiter);
  }
}
