package org.havenline.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.havenline.contact.LineId;

/// One message as it came through a door, normalised.
///
/// @param sid the sender's own id (Twilio's MessageSid): the key by which it is accepted once
/// @param from the person
/// @param to the line's address; answers leave from it
/// @param text as written, never trimmed or repaired; may be empty when only media came
/// @param media noted, never fetched at intake
/// @param optOut what the carrier made of it (STOP, START, HELP), empty for an ordinary message
/// @param malformed what was wrong with it, empty when nothing was
/// @param keys what she said with it by keys or menus instead of words
public record InboundMessage(
    LineId line,
    String sid,
    Address from,
    Address to,
    String text,
    List<Attachment> media,
    String optOut,
    String malformed,
    Instant receivedAt,
    List<KeyAnswer> keys) {

  /// In words alone.
  public InboundMessage(
      LineId line,
      String sid,
      Address from,
      Address to,
      String text,
      List<Attachment> media,
      String optOut,
      String malformed,
      Instant receivedAt) {
    this(line, sid, from, to, text, media, optOut, malformed, receivedAt, List.of());
  }

  /// The same, read as these answers and these words alone.
  public InboundMessage readAs(String words, List<KeyAnswer> answers) {
    return new InboundMessage(
        line, sid, from, to, words, media, optOut, malformed, receivedAt, answers);
  }

  /// The language she chose with it; the last one, when she pressed twice.
  public Optional<String> chosenLanguage() {
    return keys.stream()
        .filter(KeyAnswer.Language.class::isInstance)
        .map(key -> ((KeyAnswer.Language) key).tag())
        .reduce((_, later) -> later);
  }

  /// A picture or a recording that stays at the provider until a person asks for it.
  public record Attachment(String contentType, String url) {}

  @Override
  public String toString() {
    return "InboundMessage[" + sid + " by " + from.channel() + "]";
  }
}
