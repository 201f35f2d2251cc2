package org.havenline.simulator.webhook;

import java.io.IOException;
import java.io.StringReader;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.havenline.simulator.account.Account;
import org.havenline.simulator.account.Chance;
import org.havenline.simulator.account.Message;
import org.havenline.simulator.account.MessageStatus;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// What Twilio answers a text when the server did not take it: the document that lies still at the
/// fallback address of the number, asked once.
///
/// @param documents by the number that was written to; none for a number without such an address
public record Fallback(
    Map<String, String> documents, Account account, Chance chance, InstantSource clock) {
  public Fallback {
    documents = Map.copyOf(documents);
  }

  /// @param message that was not taken
  void answer(Message message) {
    var document = documents.get(Message.bare(message.to()));
    if (document != null) {
      body(document).ifPresent(words -> account.add(reply(message, words)));
    }
  }

  private Message reply(Message to, String words) {
    var now = clock.instant();
    return new Message(
        chance.sid("SM"),
        false,
        to.to(),
        to.from(),
        words,
        List.of(),
        MessageStatus.DELIVERED,
        null,
        null,
        now,
        now);
  }

  /// Of the first `<Message>`; what is no document says nothing.
  private static Optional<String> body(String document) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var xml = factory.newDocumentBuilder().parse(new InputSource(new StringReader(document)));
      var message = xml.getElementsByTagName("Message").item(0);
      return Optional.ofNullable(message).map(found -> found.getTextContent());
    } catch (SAXException broken) {
      return Optional.empty();
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("every Java reads XML", e);
    }
  }
}
