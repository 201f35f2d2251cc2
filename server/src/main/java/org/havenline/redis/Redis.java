package org.havenline.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.function.Supplier;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/// The connection to the store: every command and every script goes through here and fails with
/// [RedisUnavailable] when the store does not answer in time or refuses to write.
public final class Redis implements AutoCloseable {
  /// Enough for the virtual threads of one node; more only lengthens Redis's own queue.
  private static final int CONNECTIONS = 32;

  private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(2);

  /// Positive: the default of −1 ms makes waiting virtual threads spin and stalls the pool. Long
  /// enough for a node that has just started, or is asked by everybody at once, to come round: a
  /// caller who waits is better off than one who is told that nothing was stored. Twilio waits for
  /// 15 s.
  private static final Duration POOL_WAIT = Duration.ofSeconds(10);

  private final RedisAddress address;
  private final RedisClient client;

  private Redis(RedisAddress address, RedisClient client) {
    this.address = address;
    this.client = client;
  }

  /// Opens the pool; connections are made when first needed, so that a store that is away now is
  /// used as soon as it is back.
  public static Redis open(RedisAddress address) {
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMaxWait(POOL_WAIT);
    var client =
        RedisClient.builder()
            .hostAndPort(new HostAndPort(address.uri().getHost(), address.port()))
            .clientConfig(config(address, COMMAND_TIMEOUT))
            .poolConfig(pool)
            .build();
    return new Redis(address, client);
  }

  /// Fills the pool, so that the first messages do not wait for connections.
  public void warm() {
    guard(
        "connect",
        () -> {
          try {
            client.getPool().addObjects(CONNECTIONS);
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new JedisException(e);
          }
          return true;
        });
  }

  /// Runs one command. Arguments are text, whole numbers or bytes.
  public Reply call(String command, Object... arguments) {
    return new Reply(guard(command, () -> client.executeCommand(command(command, raw(arguments)))));
  }

  /// Runs a script; all its keys begin with the one key given, which is also its slot.
  public Reply run(RedisScript script, String key, Object... arguments) {
    return guard(
        script.name(),
        () -> {
          try {
            return new Reply(
                client.executeCommand(command("EVALSHA", script.command(true, key, arguments))));
          } catch (JedisDataException e) {
            if (!RedisScript.isUnknown(e)) {
              throw e;
            }
            return new Reply(
                client.executeCommand(command("EVAL", script.command(false, key, arguments))));
          }
        });
  }

  /// A connection of one's own, for what blocks or pipelines.
  Connection connect(Duration timeout) {
    return guard(
        "connect",
        () ->
            new Connection(
                new HostAndPort(address.uri().getHost(), address.port()),
                config(address, timeout)));
  }

  static <T> T guard(String doing, Supplier<T> action) {
    try {
      return action.get();
    } catch (JedisDataException e) {
      throw refusal(doing, e);
    } catch (JedisException e) {
      throw new RedisUnavailable(doing, e);
    }
  }

  /// A write refused for want of memory, disk or a master is the store's state; any other error
  /// reply is a fault of ours.
  static RuntimeException refusal(String doing, JedisDataException e) {
    var message = String.valueOf(e.getMessage());
    for (var state : new String[] {"OOM", "MISCONF", "READONLY", "LOADING", "NOREPLICAS", "BUSY"}) {
      if (message.startsWith(state) || message.contains("-" + state + " ")) {
        return new RedisUnavailable(doing + ": " + state, e);
      }
    }
    return new IllegalStateException(doing, e);
  }

  private static CommandArguments command(String name, byte[][] arguments) {
    var command = new CommandArguments(() -> utf8(name));
    for (var argument : arguments) {
      command.add(argument);
    }
    return command;
  }

  static byte[][] raw(Object... arguments) {
    var raw = new byte[arguments.length][];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = arguments[i] instanceof byte[] bytes ? bytes : utf8(arguments[i].toString());
    }
    return raw;
  }

  static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static JedisClientConfig config(RedisAddress address, Duration timeout) {
    int millis = (int) timeout.toMillis();
    var config =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(millis)
            .socketTimeoutMillis(millis)
            .blockingSocketTimeoutMillis(millis)
            .protocol(RedisProtocol.RESP2);
    if (address.tls()) {
      config.sslOptions(SslOptions.defaults());
    }
    var user = JedisURIHelper.getUser(address.uri());
    var password = JedisURIHelper.getPassword(address.uri());
    if (user != null && !user.isEmpty()) {
      config.user(user);
    }
    if (password != null) {
      config.password(password);
    }
    return config.build();
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
