package org.havenline.channel.webchat;

import java.time.InstantSource;
import java.util.Optional;
import org.havenline.channel.OutboundMessage;
import org.havenline.channel.Sender;
import org.havenline.channel.webchat.session.Chats;
import org.havenline.contact.LineKeys;
import org.havenline.redis.Redis;

/// The way out to a page: an answer has left once the page may fetch it.
public final class ChatSender implements Sender {
  /// As Twilio's "unreachable destination": the page is closed.
  private static final int GONE = 30003;

  private final Redis redis;
  private final InstantSource clock;

  public ChatSender(Redis redis, InstantSource clock) {
    this.redis = redis;
    this.clock = clock;
  }

  @Override
  public Result send(OutboundMessage message) {
    return goesOn(message) ? new Result.Accepted(sid(message)) : new Result.Refused(GONE);
  }

  @Override
  public Optional<String> find(OutboundMessage message) {
    return goesOn(message) ? Optional.of(sid(message)) : Optional.empty();
  }

  private boolean goesOn(OutboundMessage message) {
    return new Chats(redis, new LineKeys(message.line()), clock).goesOn(message.to().value());
  }

  private static String sid(OutboundMessage message) {
    return "chat-" + message.id();
  }
}
