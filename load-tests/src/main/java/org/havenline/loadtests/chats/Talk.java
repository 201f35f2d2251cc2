package org.havenline.loadtests.chats;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.havenline.loadtests.desk.StaffMember;
import org.havenline.loadtests.text.History;

/// A chat in which both sides write, and what the one at the desk wrote in it.
final class Talk implements AutoCloseable {
  final Page page;
  private final String name;
  private final History history;
  private final List<String> written = new CopyOnWriteArrayList<>();
  private final ConcurrentMap<String, Long> wroteAt = new ConcurrentHashMap<>();
  private final List<Long> untilPage = new CopyOnWriteArrayList<>();
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
  private int answers;

  Talk(int port, String name, History history) {
    this.name = name;
    this.history = history;
    page = Page.open(port, this::onPage);
  }

  /// In one word.
  String name() {
    return name;
  }

  /// @param n differs in each message
  void say(int n, String text) {
    page.say("%s-key-%06d".formatted(name, n), text, history);
  }

  /// The one at the desk answers, after all that she wrote before.
  synchronized void answer(StaffMember member, String conversation) {
    int n = ++answers;
    var text = "answer %d to %s".formatted(n, name);
    last =
        last.thenCompose(
                _ -> {
                  wroteAt.put(text, System.nanoTime());
                  return member.write(conversation, text, "answer-key-%08d".formatted(n));
                })
            .thenAccept(status -> {
              if (status == 201) {
                written.add(text);
              }
            });
  }

  private void onPage(String text) {
    var at = wroteAt.get(text);
    if (at != null) {
      untilPage.add(System.nanoTime() - at);
    }
  }

  boolean settled() {
    return unwritten().isDone() && page.toldOf(written);
  }

  private synchronized CompletableFuture<?> unwritten() {
    return last;
  }

  /// How long answers took from the desk to the page, in nanoseconds.
  List<Long> untilPage() {
    return List.copyOf(untilPage);
  }

  int writtenToHer() {
    return written.size();
  }

  List<String> wrong() {
    return page.wrong(new ArrayList<>(written));
  }

  @Override
  public void close() {
    page.close();
  }
}
