package org.havenline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.InboundMessage.Attachment;
import org.havenline.channel.KeyAnswer;
import org.havenline.contact.LineId;
import org.havenline.routingconfig.Channel;

/// An inbound message as bytes: its texts in a fixed order, each with its length in front; then in
/// pairs what came with it, media by type and address, answers by keys behind [#KEY].
final class InboundForm {
  /// No type of media is called so.
  private static final String KEY = "key answer";

  private InboundForm() {}

  static byte[] write(InboundMessage message) {
    var texts =
        new ArrayList<>(
            List.of(
                message.line().value(),
                message.sid(),
                message.from().channel().name(),
                message.from().value(),
                message.to().value(),
                message.text(),
                message.optOut(),
                message.malformed(),
                Long.toString(message.receivedAt().toEpochMilli())));
    for (var attachment : message.media()) {
      texts.add(attachment.contentType());
      texts.add(attachment.url());
    }
    for (var key : message.keys()) {
      texts.add(KEY);
      texts.add(key.encode());
    }
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      for (var text : texts) {
        var encoded = text.getBytes(UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static InboundMessage read(byte[] form) {
    var texts = texts(form);
    var channel = Channel.valueOf(texts.get(2));
    var media = new ArrayList<Attachment>();
    var keys = new ArrayList<KeyAnswer>();
    for (int i = 9; i + 1 < texts.size(); i += 2) {
      if (texts.get(i).equals(KEY)) {
        keys.add(KeyAnswer.parse(texts.get(i + 1)));
      } else {
        media.add(new Attachment(texts.get(i), texts.get(i + 1)));
      }
    }
    return new InboundMessage(
        new LineId(texts.get(0)),
        texts.get(1),
        new Address(channel, texts.get(3)),
        new Address(channel, texts.get(4)),
        texts.get(5),
        List.copyOf(media),
        texts.get(6),
        texts.get(7),
        Instant.ofEpochMilli(Long.parseLong(texts.get(8))),
        List.copyOf(keys));
  }

  private static List<String> texts(byte[] form) {
    var texts = new ArrayList<String>();
    try (var in = new DataInputStream(new ByteArrayInputStream(form))) {
      while (in.available() > 0) {
        texts.add(new String(in.readNBytes(in.readInt()), UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
