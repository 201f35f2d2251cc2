package org.havenline.channel.webchat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.KeyAnswer;
import org.havenline.channel.webchat.session.Chat;
import org.havenline.channel.webchat.session.ChatLine;
import org.havenline.http.Endpoint;
import org.havenline.http.Problems;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.redis.Allowance;
import org.havenline.redis.Redis;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RiskLevel;

/// Takes what she writes: it is on disk when the page is told that it arrived, and once, however
/// often the page has to try.
final class Saying implements Endpoint {
  /// In front of the sid of everything that was said in a chat: `chat-<id>-<key>`.
  private static final String SID = "chat-";

  static final int LONGEST = 4_000;

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{8,64}");

  /// Faster than anybody types.
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private static final int AT_ONCE = 30;

  private final ChatLine line;
  private final Allowance allowance;
  private final Crowd crowd;
  private final InstantSource clock;

  Saying(ChatLine line, Redis redis, Crowd crowd, InstantSource clock) {
    this.line = line;
    this.allowance = new Allowance(redis, "said", BETWEEN, AT_ONCE, clock);
    this.crowd = crowd;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) {
    return ChatRequest.of(request)
        .map(said -> answer(request, said.token(), said.text("key"), said.text("text")))
        .orElseGet(ChatRequest::unreadable);
  }

  /// @param from the request it came with
  /// @param key the page's own for this message; the same again is the same message
  Response answer(Request from, String token, String key, String text) {
    if (!KEY.matcher(key).matches() || text.isBlank()) {
      return ChatRequest.unreadable();
    }
    if (text.length() > LONGEST) {
      return Problems.tooLarge();
    }
    return line.chats()
        .heard(token)
        // a contact that is over is noted before this message may begin the next
        .map(line::now)
        .map(chat -> answer(from, chat, key, text))
        .orElseGet(ChatRequest::over);
  }

  private Response answer(Request from, Chat chat, String key, String text) {
    var own = allowance.take(line.keys().prefix(), chat.id());
    var wait = own.isPositive() ? own : crowd.speaks(from);
    if (wait.isPositive()) {
      return Problems.of(429, "Too Many Requests", "Too fast. Please wait a moment.")
          .with("retry-after", Long.toString(wait.toSeconds() + 1));
    }
    line.intake()
        .accept(
            new InboundMessage(
                line.keys().line(),
                SID + chat.id() + "-" + key,
                chat.address(),
                new Address(Channel.WEBCHAT, line.keys().line().value()),
                text,
                List.of(),
                "",
                "",
                clock.instant(),
                told(chat)));
    return ChatRequest.json(200, ChatRequest.object());
  }

  /// What she told on the first page, with the first message of each contact.
  private List<KeyAnswer> told(Chat chat) {
    var told = new ArrayList<KeyAnswer>();
    if (line.contacts().of(chat.person()).isEmpty()) {
      told.add(
          chat.chosen()
              ? new KeyAnswer.Language(chat.language())
              : new KeyAnswer.PageLanguage(chat.language()));
      if (chat.young()) {
        told.add(new KeyAnswer.Sign("child", RiskLevel.HIGH));
      }
      if (chat.forced()) {
        told.add(new KeyAnswer.Sign("duress", RiskLevel.IMMEDIATE));
      }
    }
    return told;
  }

  /// The page's key of what has this sid.
  static String keyOf(String sid) {
    return sid.substring(sid.indexOf('-', SID.length()) + 1);
  }
}
