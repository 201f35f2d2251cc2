package org.havenline.channel.webchat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.havenline.channel.DeliveryReports;
import org.havenline.channel.DeliveryState;
import org.havenline.channel.webchat.session.Chat;
import org.havenline.channel.webchat.session.ChatLine;
import org.havenline.channel.webchat.session.Listeners;
import org.havenline.channel.webchat.session.Looking;
import org.havenline.conversation.Message;
import org.havenline.http.LateEndpoint;
import org.havenline.http.Problems;
import org.havenline.http.Request;
import org.havenline.http.Response;

/// Tells a page what is new, at once or when it happens. A page asks again as soon as it was told.
final class Hearing implements LateEndpoint {
  /// Networks and proxies cut off what is silent for 30 s or more.
  private static final Duration LONGEST = Duration.ofSeconds(25);

  private static final int MOST_WAITING = 20_000;

  /// Pages that are looked after at once: less than half of the connections to the store. However
  /// many ask for news, what somebody writes does not wait behind them.
  private static final int MOST_AT_ONCE = 12;

  private final ChatLine line;
  private final Looking looking;
  private final Listeners listeners;
  private final DeliveryReports reports;
  private final InstantSource clock;
  private final Semaphore places = new Semaphore(MOST_WAITING);
  private final Semaphore turns = new Semaphore(MOST_AT_ONCE, true);

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
  public Turn begin(Request request) {
    var asked = ChatRequest.of(request);
    if (asked.isEmpty()) {
      return _ -> Optional.of(ChatRequest.unreadable());
    }
    if (!places.tryAcquire()) {
      return _ -> Optional.of(Problems.busy());
    }
    var token = asked.get().token();
    var question =
        new Question(
            Math.max(0, asked.get().body().path("after").asInt(0)), asked.get().text("mark"));
    return inItsPlace(later ->
        line.chats()
            .heard(token)
            .map(chat -> news(chat, question, later))
            .orElseGet(() -> Optional.of(ChatRequest.over())));
  }

  /// A question for something after these entries, or another mark.
  ///
  /// @param until by the clock of the machine, in nanoseconds
  private record Question(int after, String mark, long until) {
    Question(int after, String mark) {
      this(after, mark, System.nanoTime() + LONGEST.toNanos());
    }

    boolean isAnsweredBy(Looking.Seen seen) {
      return seen.seen() > after || !seen.standing().mark().equals(mark) || left() <= 0;
    }

    long left() {
      return until - System.nanoTime();
    }
  }

  /// Takes its turn behind others; the place is free again with the answer.
  private Turn inItsPlace(Turn turn) {
    return later -> {
      boolean waits = false;
      turns.acquireUninterruptibly();
      try {
        var answer = turn.take(next -> later.accept(inItsPlace(next)));
        waits = answer.isEmpty();
        return answer;
      } finally {
        turns.release();
        if (!waits) {
          places.release();
        }
      }
    };
  }

  private Optional<Response> news(Chat chat, Question question, Consumer<Turn> later) {
    try (var listener = listeners.listen(chat.person())) {
      var seen = looking.look(chat, question.after);
      if (question.isAnsweredBy(seen) || listeners.isClosed()) {
        return Optional.of(json(seen));
      }
      listener.then(until(question, seen), () -> later.accept(next -> news(chat, question, next)));
      return Optional.empty();
    }
  }

  /// Waits for something after these entries, or another mark.
  Looking.Seen news(Chat chat, int after, String mark) {
    var question = new Question(after, mark);
    while (true) {
      try (var listener = listeners.listen(chat.person())) {
        var seen = looking.look(chat, after);
        if (question.isAnsweredBy(seen) || listeners.isClosed()) {
          return seen;
        }
        listener.await(until(question, seen));
      }
    }
  }

  /// Nobody tells when typing ends.
  private long until(Question question, Looking.Seen seen) {
    return seen.standing()
        .typing()
        .map(until -> Duration.between(clock.instant(), until).plusMillis(1).toNanos())
        .map(nanos -> Math.min(nanos, question.left()))
        .orElseGet(question::left);
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
