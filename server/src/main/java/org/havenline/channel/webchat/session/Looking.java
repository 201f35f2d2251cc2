package org.havenline.channel.webchat.session;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.conversation.Message;
import org.havenline.conversation.Typing;
import org.havenline.redis.Redis;
import org.havenline.routingconfig.Channel;

/// What a page is told of its chat: new messages, and how it stands.
public final class Looking {
  private static final int MOST = 100;

  /// Answers that have not left the outbox. What follows one waits for it, since a page is told
  /// everything once, in order.
  private static final Set<String> NOT_SENT_YET = Set.of("queued");

  /// Answers that never left.
  private static final Set<String> NEVER_SENT = Set.of("expired", "failed", "unknown");

  /// @param entries those after what she has seen
  /// @param seen the number of the last entry, with those that are not shown
  public record Seen(List<Message> entries, int offset, int seen, Standing standing) {}

  private final Redis redis;
  private final ChatLine line;
  private final InstantSource clock;
  private final Typing typing;

  public Looking(Redis redis, ChatLine line, InstantSource clock) {
    this.redis = redis;
    this.line = line;
    this.clock = clock;
    this.typing = new Typing(redis, line.keys(), clock);
  }

  /// @param after how many entries of the chat her page has
  public Seen look(Chat chat, int after) {
    var now = line.now(chat);
    var contact = now.contact().flatMap(line.contacts()::find);
    if (contact.isEmpty()) {
      return new Seen(List.of(), now.before(), after, Standing.of(Standing.State.NEW));
    }
    return told(now, contact.get(), Math.max(0, after - now.before()));
  }

  private Seen told(Chat chat, Contact contact, int after) {
    int offset = chat.before();
    var found = line.conversations().messages(contact.id(), after, MOST);
    var sent = found.stream().takeWhile(one -> !NOT_SENT_YET.contains(one.state())).toList();
    int seen = sent.isEmpty() ? after : sent.getLast().n();
    return new Seen(
        sent.stream().filter(one -> one.kept() && !NEVER_SENT.contains(one.state())).toList(),
        offset,
        offset + seen,
        standing(chat, contact));
  }

  /// What was over before she came back does not end what she begins.
  private Standing standing(Chat chat, Contact contact) {
    return switch (contact.state()) {
      case CONNECTED -> Standing.present(typing.until(contact));
      case CLOSED ->
          Standing.of(
              chat.past().filter(contact.id()::equals).isPresent()
                  ? Standing.State.NEW
                  : Standing.State.OVER);
      case QUEUED, OFFERED ->
          line.tables().get().plan().isOpen(Channel.WEBCHAT, clock.instant())
              ? Standing.waiting(before(contact))
              : Standing.of(Standing.State.NOBODY);
    };
  }

  /// One who is just being offered is served next.
  private long before(Contact contact) {
    if (contact.state() == ContactState.OFFERED) {
      return 0;
    }
    var rank = redis.call("ZRANK", line.keys().of("waiting"), contact.id());
    return rank.isNull() ? 0 : rank.number();
  }
}
