package org.havenline.channel.webchat.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;

/// A file of the page as it is sent: without indentation and lines of comment.
public record Source(String text) {

  /// @param beside the class it lies beside
  public static Source of(Class<?> beside, String name) {
    try (var in = beside.getResourceAsStream(name)) {
      var whole = new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
      return new Source(
          whole
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("//"))
              .collect(joining("\n")));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Several files as one script, in a function of its own: nothing of it can be reached from
  /// outside.
  static Source script(String... names) {
    return new Source(
        Stream.of(names)
            .map(name -> of(Source.class, name).text())
            .collect(joining("\n", "(function(){'use strict';\n", "\n})();")));
  }

  /// As a content security policy names it.
  public String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
