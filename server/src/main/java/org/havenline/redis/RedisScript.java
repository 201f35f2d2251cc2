package org.havenline.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import redis.clients.jedis.exceptions.JedisDataException;

/// One Lua script beside the class that owns it, with the few lines every script of a line shares
/// (`line.lua`) in front: one change of state, whole or not at all.
public final class RedisScript {
  private static final String SHARED = read(RedisScript.class, "line.lua");

  private final String name;
  private final byte[] source;
  private final byte[] sha;

  private RedisScript(String name, String source) {
    this.name = name;
    this.source = Redis.utf8(source);
    this.sha = Redis.utf8(sha1(this.source));
  }

  /// The script that lies beside `owner` on the classpath.
  public static RedisScript of(Class<?> owner, String file) {
    return new RedisScript(file, SHARED + read(owner, file));
  }

  String name() {
    return name;
  }

  static boolean isUnknown(JedisDataException e) {
    return String.valueOf(e.getMessage()).startsWith("NOSCRIPT");
  }

  /// The arguments of EVALSHA, or of EVAL when Redis does not know the script yet.
  byte[][] command(boolean bySha, String key, Object... arguments) {
    var rest = Redis.raw(arguments);
    var command = new byte[rest.length + 3][];
    command[0] = bySha ? sha : source;
    command[1] = new byte[] {'1'};
    command[2] = Redis.utf8(key);
    System.arraycopy(rest, 0, command, 3, rest.length);
    return command;
  }

  private static String read(Class<?> owner, String file) {
    try (var in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("No script " + file + " beside " + owner.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha1(byte[] source) {
    try {
      // Redis names scripts by SHA-1; nothing is secured by it
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(source));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
