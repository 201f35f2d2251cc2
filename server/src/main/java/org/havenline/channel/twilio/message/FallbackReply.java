package org.havenline.channel.twilio.message;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.messaging.Body;
import com.twilio.twiml.messaging.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.havenline.channel.twilio.XmlText;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.line.Line;
import org.havenline.translations.Segments;
import org.havenline.translations.Texts;

/// What Twilio itself answers a text while no server of ours does: one text, the same for
/// everybody, that says nothing of us and promises nothing, not even that hers is kept.
///
/// @param said in a language, BCP 47
public record FallbackReply(UnaryOperator<String> said) {
  private static final List<Channel> TEXTS = List.of(Channel.SMS, Channel.WHATSAPP);

  public static FallbackReply of(Texts texts) {
    return new FallbackReply(language -> texts.text("tryLater", language, Map.of()));
  }

  /// The document; empty when nobody can write to this line.
  public Optional<String> of(Line line) {
    boolean written = line.numbers().stream().anyMatch(one -> TEXTS.stream().anyMatch(one::on));
    return written ? Optional.of(document(words(line))) : Optional.empty();
  }

  /// The file to be named as what is asked when our own answer cannot be had.
  public static String name(Line line) {
    return line.id() + "-text.xml";
  }

  /// In the line's languages, the main one first, as many as one SMS holds.
  private String words(Line line) {
    var words = new LinkedHashSet<String>();
    for (var language : line.languages()) {
      var more = new LinkedHashSet<>(words);
      more.add(said.apply(language));
      if (words.isEmpty() || Segments.of(String.join("\n", more)) == 1) {
        words = more;
      }
    }
    return String.join("\n", words);
  }

  private static String document(String words) {
    try {
      return new MessagingResponse.Builder()
          .message(new Message.Builder().body(new Body.Builder(XmlText.of(words)).build()).build())
          .build()
          .toXml();
    } catch (TwiMLException e) {
      throw new IllegalStateException("a document could not be written", e);
    }
  }
}
