package org.havenline.loadtests.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.havenline.loadtests.machine.Workplace;

/// The server with one of its safeguards taken out: a script inside a copy of the jar is changed. A
/// harness that keeps its promise with a mutant would keep it with anything.
public enum Mutant {
  /// The same text is taken in as often as it is delivered.
  DEDUP_OFF(
      "org/havenline/intake/accept.lua",
      "if not redis.call('SET', key('sid-in:' .. sid), digest, 'NX', 'PX', ARGV[6]) then",
      "redis.call('RPUSH', key('inbox:' .. person), ARGV[4])\nif false then"),

  /// Whoever once had a conversation may go on writing in it.
  FENCING_OFF(
      "org/havenline/redis/line.lua",
      "return found[1] == 'connected' and found[2] == responder and found[3] == epoch",
      "return found[1] == 'connected'"),

  /// Decides by whatever tables a node has, whether or not newer ones are in force.
  TABLES_OF_YESTERDAY(
      "org/havenline/redis/line.lua",
      "return tonumber(redis.call('GET', key('ruled')) or 0) <= tonumber(stamp)",
      "return true"),

  /// A call in sixteen is acknowledged, and no contact.
  CALL_DROPPED(
      "org/havenline/intake/accept.lua",
      "redis.call('RPUSH', key('inbox:' .. person), ARGV[4])",
      "if not string.match(sid, '^call%-.*0$') then redis.call('RPUSH', key('inbox:' .. person),"
          + " ARGV[4]) end"),

  /// Every seventh answer is acknowledged and in no conversation.
  ANSWER_DROPPED(
      "org/havenline/redis/line.lua",
      "redis.call('RPUSH', key('order:' .. contact), message)",
      "if n % 7 ~= 0 then redis.call('RPUSH', key('order:' .. contact), message) end");

  private final String script;
  private final String safeguard;
  private final String instead;

  Mutant(String script, String safeguard, String instead) {
    this.script = script;
    this.safeguard = safeguard;
    this.instead = instead;
  }

  /// Makes the mutant and has every server of this run started from it.
  ///
  /// @throws IllegalStateException when the safeguard is not where it was
  public void infect() {
    try {
      var copy = Files.createTempFile("havenline-mutant", ".jar");
      copy.toFile().deleteOnExit();
      Files.write(copy, Files.readAllBytes(Workplace.jar()));
      try (var jar = FileSystems.newFileSystem(copy)) {
        replace(jar.getPath(script));
      }
      System.setProperty(Workplace.JAR, copy.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replace(Path file) throws IOException {
    var text = Files.readString(file, UTF_8);
    if (!text.contains(safeguard)) {
      throw new IllegalStateException(script + " no longer holds: " + safeguard);
    }
    Files.writeString(file, text.replace(safeguard, instead), UTF_8);
  }
}
