package org.havenline.channel.webchat;

import java.util.List;
import java.util.Optional;
import org.havenline.channel.webchat.plain.PlainChat;
import org.havenline.channel.webchat.session.Chat;
import org.havenline.channel.webchat.session.Chats;
import org.havenline.http.Problems;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.redis.RedisUnavailable;

/// The chats of a line for the page without script.
record ForPlain(Beginning beginning, Chats chats, Saying saying, Hearing hearing)
    implements PlainChat {

  @Override
  public Optional<String> start(Request from, String language, boolean chosen, boolean young) {
    return beginning.begin(from, language, chosen, young, "", "");
  }

  @Override
  public Optional<String> comeBack(
      Request from, String words, String key, String language, boolean young) {
    return beginning.begin(from, language, false, young, words, key);
  }

  @Override
  public Optional<List<String>> words(String token) {
    return chats.heard(token).flatMap(beginning::words);
  }

  @Override
  public Optional<String> language(String token) {
    return chats.heard(token).map(Chat::language);
  }

  @Override
  public Response say(Request from, String token, String key, String text) {
    try {
      return saying.answer(from, token, key, text);
    } catch (RedisUnavailable e) {
      return Problems.unavailable();
    }
  }

  @Override
  public Optional<News> hear(String token, int after, String mark) {
    return chats
        .heard(token)
        .map(chat -> {
          var seen = hearing.news(chat, after, mark);
          seen.entries().stream().filter(one -> !one.incoming()).forEach(hearing::arrives);
          return new News(
              seen.entries().stream().map(one -> new Said(one.incoming(), one.text())).toList(),
              seen.seen(),
              seen.standing().mark(),
              seen.standing().word(),
              seen.standing().before());
        });
  }

  @Override
  public void leave(String token) {
    chats.leave(token);
  }
}
