package org.havenline.channel.webchat.plain;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.havenline.channel.webchat.plain.PlainChat.News;
import org.havenline.channel.webchat.plain.PlainChat.Said;
import org.havenline.channel.webchat.plain.Sheets.Sheet;
import org.havenline.http.FormBody;
import org.havenline.http.StillPage;

/// A page that is never finished while something may come: each message is sent on as it is said.
/// After a while it ends and the browser asks for it again, so that a proxy that keeps answers back
/// until they are whole only makes it later.
///
/// An answer in pieces does not go over the bridge of blocking endpoints; each has a virtual
/// thread, and the loop only writes.
final class StreamedLog implements Handler<RoutingContext> {
  private static final Duration LONGEST = Duration.ofSeconds(25);

  /// Each holds a connection. Who comes when all are taken is told what there is, and asks again.
  private static final int AT_ONCE = 2_000;

  private final Vertx vertx;
  private final PlainChat chats;
  private final Sheets sheets;
  private final Semaphore places = new Semaphore(AT_ONCE);

  StreamedLog(Vertx vertx, PlainChat chats, Sheets sheets) {
    this.vertx = vertx;
    this.chats = chats;
    this.sheets = sheets;
  }

  @Override
  public void handle(RoutingContext context) {
    var response = context.response();
    var token = FormBody.ofQuery(context.request().uri()).first("t").orElse("");
    var loop = vertx.getOrCreateContext();
    var gone = new AtomicBoolean();
    var ended = new AtomicBoolean();
    sheets.headers().forEach(response::putHeader);
    // counted from the end of this answer, in all browsers
    response.putHeader("refresh", "1").setChunked(true);
    Consumer<String> out = html -> loop.runOnContext(_ -> write(response, html));
    var thread =
        Thread.ofVirtual()
            .name("log")
            .unstarted(() -> {
              try {
                tell(token, out, gone);
              } catch (RuntimeException storeAway) {
                // the browser asks again in a second
              }
              ended.set(true);
              loop.runOnContext(_ -> end(response));
              if (gone.get()) {
                chats.leave(token);
              }
            });
    response.closeHandler(_ -> {
      if (!ended.get()) {
        gone.set(true);
        thread.interrupt();
      }
    });
    thread.start();
  }

  private static void write(HttpServerResponse response, String html) {
    if (!response.closed() && !html.isEmpty()) {
      response.write(html);
    }
  }

  private static void end(HttpServerResponse response) {
    if (!response.closed()) {
      response.end();
    }
  }

  private void tell(String token, Consumer<String> out, AtomicBoolean gone) {
    var language = chats.language(token).orElse("en");
    out.accept(sheets.html(Sheet.LOG, language, false, Map.of()));
    boolean place = places.tryAcquire();
    try {
      long until = System.nanoTime() + LONGEST.toNanos();
      var news = chats.hear(token, 0, "");
      var seen = new News(java.util.List.of(), 0, "", "", java.util.OptionalLong.empty());
      while (news.isPresent() && isNew(news.get(), seen)) {
        out.accept(html(news.get(), seen, language));
        seen = news.get();
        if (!place || seen.state().equals("over") || gone.get() || System.nanoTime() > until) {
          return;
        }
        news = chats.hear(token, seen.after(), seen.mark());
      }
      if (news.isEmpty()) {
        out.accept(state("over", seen, language));
      }
    } finally {
      if (place) {
        places.release();
      }
    }
  }

  /// Else its time is over, or the server closes.
  private static boolean isNew(News news, News seen) {
    return news.after() > seen.after() || !news.mark().equals(seen.mark());
  }

  private String html(News news, News seen, String language) {
    var html = new StringBuilder();
    for (var one : news.said()) {
      html.append(message(one, language));
    }
    // that the other types is not told: what was sent cannot be taken back
    if (!news.state().equals(seen.state()) || !news.before().equals(seen.before())) {
      html.append(state(news.state(), news, language));
    }
    return html.toString();
  }

  private String message(Said one, String language) {
    return "<div class=\"%s\"><b>%s</b><p dir=\"auto\">%s</p></div>\n"
        .formatted(
            one.hers() ? "mine" : "them",
            StillPage.text(sheets.text(one.hers() ? "chatMine" : "chatTheirs", language)),
            StillPage.text(one.text()));
  }

  private String state(String state, News news, String language) {
    var key =
        switch (state) {
          case "waiting" -> "chatWaiting";
          case "present" -> "chatPresent";
          case "nobody" -> "chatNobody";
          case "over" -> "chatOver";
          default -> "";
        };
    if (key.isEmpty()) {
      return "";
    }
    var text = new StringBuilder(sheets.text(key, language));
    news.before()
        .ifPresent(before ->
            text.append(' ')
                .append(sheets.texts().text("chatPlace", language, Map.of("count", (int) before))));
    var again =
        state.equals("over")
            ? "<p><a class=\"key\" href=\"/chat/plain?l=%s\" target=\"_parent\">%s</a></p>"
                .formatted(language, StillPage.text(sheets.text("chatAgain", language)))
            : "";
    return "<p class=\"state\">%s</p>%s\n".formatted(StillPage.text(text.toString()), again);
  }
}
