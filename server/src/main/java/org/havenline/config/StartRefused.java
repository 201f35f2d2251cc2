package org.havenline.config;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// The server cannot start, and the person who starts it can do something about it.
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> sentences;

  /// @param sentences one for each thing that is wrong: what, where, what to do
  public StartRefused(List<String> sentences) {
    super(String.join("\n", sentences));
    this.sentences = List.copyOf(sentences);
  }

  public List<String> sentences() {
    return sentences;
  }

  /// Opens a part that says in a sentence why it cannot be opened.
  public static <T> T saying(Supplier<T> opening) {
    try {
      return opening.get();
    } catch (IllegalStateException e) {
      throw new StartRefused(List.of(String.valueOf(e.getMessage())));
    }
  }

  /// What a side-by-side start came to; a refusal in it stays a refusal.
  public static <T> T unwrapped(CompletableFuture<T> started) {
    try {
      return started.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StartRefused refused) {
        throw refused;
      }
      throw e;
    }
  }
}
