package org.havenline.loadtests.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;

/// The least a durable intake can do: read the form, run one script that remembers the sid, keeps
/// the text, queues it and logs it, answer. No signature, no encryption, no work behind it.
public final class BareServer {
  private static final int CONNECTIONS = 32;

  private static final String ACCEPT =
      """
      if not redis.call('SET', 'bare:sid:' .. ARGV[1], 1, 'NX', 'PX', 691200000) then
        return 0
      end
      redis.call('HSET', 'bare:text:' .. ARGV[1], 'from', ARGV[2], 'body', ARGV[3], 'at', ARGV[4])
      redis.call('ZADD', 'bare:queue', ARGV[4], ARGV[1])
      redis.call('XADD', 'bare:events', 'MAXLEN', '~', 100000, '*', 'type', 'received', 'sid', ARGV[1])
      return 1
      """;

  private final RedisClient redis;
  private final InstantSource clock;
  private final String script;

  private BareServer(RedisClient redis, InstantSource clock) {
    this.redis = redis;
    this.clock = clock;
    this.script = redis.scriptLoad(ACCEPT, "bare");
  }

  /// @param arguments port, URL of the Redis
  public static void main(String[] arguments) {
    var url = URI.create(arguments[1]);
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMaxWait(java.time.Duration.ofSeconds(1));
    var redis =
        RedisClient.builder()
            .hostAndPort(new HostAndPort(url.getHost(), url.getPort()))
            .clientConfig(DefaultJedisClientConfig.builder().build())
            .poolConfig(pool)
            .build();
    var bare = new BareServer(redis, InstantSource.system());
    Vertx.vertx()
        .createHttpServer()
        .requestHandler(bare::take)
        .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private void take(HttpServerRequest request) {
    request
        .setExpectMultipart(true)
        .endHandler(_ -> Thread.ofVirtual().start(() -> store(request)));
  }

  private void store(HttpServerRequest request) {
    var form = request.formAttributes();
    redis.evalsha(
        script,
        List.of(),
        List.of(
            form.get("MessageSid"),
            form.get("From"),
            form.get("Body"),
            Long.toString(clock.millis())));
    var _ = request.response().putHeader("Content-Type", "text/xml").end("<Response/>");
  }
}
