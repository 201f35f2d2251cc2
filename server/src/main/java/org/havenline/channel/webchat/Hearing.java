package org.havenline.channel.webchat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.havenline.channel.DeliveryReports;
import org.havenline.channel.DeliveryState;
import org.havenline.channel.webchat.session.Chat;
import org.havenline.channel.webchat.session.ChatLine;
import org.havenline.channel.webchat.session.Listeners;
import org.havenline.channel.webchat.session.Looking;
import org.havenline.channel.webchat.session.Standing;
import org.havenline.conversation.Message;
import org.havenline.http.Endpoint;
import org.havenline.http.Problems;
import org.havenline.http.Request;
import org.havenline.http.Response;

/// Tells a page what is new, at once or when it happens. A page asks again as soon as it was told.
final class Hearing implements Endpoint {
  /// Networks and proxies cut off what is silent for 30 s or more.
  private static final Duration LONGEST = Duration.ofSeconds(25);

  private static final int MOST_WAITING = 20_000;

  private final ChatLine line;
  private final Looking looking;
  private final Listeners listeners;
  private final DeliveryReports reports;
  private final InstantSource clock;
  private final Semaphore places = new Semaphore(MOST_WAITING);

  Hearing(
      ChatLine line,
      Looking looking,
      Listeners listeners,
      DeliveryReports reports,
      InstantSource clock) {
    this.line = line;
    this.looking = looking;
    this.listeners = listeners;
    this.reports = reports;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) {
    var asked = ChatRequest.of(request);
    if (asked.isEmpty()) {
      return ChatRequest.unreadable();
    }
    if (!places.tryAcquire()) {
      return Problems.busy();
    }
    try {
      int after = Math.max(0, asked.get().body().path("after").asInt(0));
      return line.chats()
          .heard(asked.get().token())
          .map(chat -> json(news(chat, after, asked.get().text("mark"))))
          .orElseGet(ChatRequest::over);
    } finally {
      places.release();
    }
  }

  /// Waits for something after these entries, or another mark.
  Looking.Seen news(Chat chat, int after, String mark) {
    var person = chat.person();
    long until = System.nanoTime() + LONGEST.toNanos();
    while (true) {
      try (var listener = listeners.listen(person)) {
        var seen = looking.look(chat, after);
        long left = until - System.nanoTime();
        if (seen.seen() > after
            || !seen.standing().mark().equals(mark)
            || left <= 0
            || listeners.isClosed()) {
          return seen;
        }
        listener.await(Math.min(left, untilChanged(seen.standing())));
      }
    }
  }

  /// Nobody tells when typing ends.
  private long untilChanged(Standing standing) {
    return standing
        .typing()
        .map(until -> Duration.between(clock.instant(), until).plusMillis(1).toNanos())
        .orElse(Long.MAX_VALUE);
  }

  private Response json(Looking.Seen seen) {
    var body = ChatRequest.object();
    var entries = body.putArray("entries");
    for (var message : seen.entries()) {
      var entry =
          entries
              .addObject()
              .put("n", seen.offset() + message.n())
              .put("by", message.incoming() ? "me" : "them")
              .put("at", message.at().toEpochMilli())
              .put("text", message.text());
      if (message.incoming()) {
        entry.put("key", Saying.keyOf(message.key()));
      } else {
        arrives(message);
      }
    }
    body.put("after", seen.seen())
        .put("mark", seen.standing().mark())
        .put("state", seen.standing().word())
        .put("typing", seen.standing().typing().isPresent());
    seen.standing().before().ifPresent(before -> body.put("before", before));
    return ChatRequest.json(200, body);
  }

  /// It is on its way to her page, which shows it at once.
  void arrives(Message message) {
    if (!message.state().equals("delivered")) {
      reports.report(line.keys().line(), Optional.of(message.id()), "", DeliveryState.DELIVERED, 0);
    }
  }
}
