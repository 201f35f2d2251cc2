package org.havenline.channel.webchat.plain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.havenline.http.Request;
import org.havenline.http.Response;

/// What the page without script needs of the chats.
public interface PlainChat {
  /// One message.
  record Said(boolean hers, String text) {}

  /// What is new.
  ///
  /// @param after the number of the last entry
  /// @param mark differs when anything about the state does
  /// @param state as the page is told it: `new`, `waiting`, `present`, `nobody`, `over`
  /// @param before how many are served before her, while she waits
  record News(List<Said> said, int after, String mark, String state, OptionalLong before) {}

  /// Begins one.
  ///
  /// @param from the request, which tells from which network it came
  /// @return its token; empty when too many begin at once
  Optional<String> start(Request from, String language, boolean chosen, boolean young);

  /// Begins one for who says that she was here.
  ///
  /// @param words what she wrote; blank is none
  /// @param key of this try
  /// @return as when one begins, whatever she wrote
  Optional<String> comeBack(Request from, String words, String key, String language, boolean young);

  /// New words to come back with, a line each.
  ///
  /// @return empty when the chat is over, or asks too often
  Optional<List<String>> words(String token);

  /// The language of a chat that goes on; she is heard of by this.
  Optional<String> language(String token);

  /// @return as `POST /chat/say` answers, also when the store is away: 503
  Response say(Request from, String token, String key, String text);

  /// Waits up to 25 seconds for something after these entries, or another mark.
  ///
  /// @return empty when the chat is over
  Optional<News> hear(String token, int after, String mark);

  /// She is gone, or her network is: it ends unless she is heard of within the grace time.
  void leave(String token);
}
