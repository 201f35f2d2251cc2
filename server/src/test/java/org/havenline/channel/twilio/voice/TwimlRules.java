package org.havenline.channel.twilio.voice;

import com.twilio.twiml.voice.Say;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Twilio's rules for documents of calls, as `twilio.md` §1 lists them, and ours: nothing records
/// but the one document that says nothing, with a tone, an end, and no transcription.
public final class TwimlRules {
  private static final Set<String> VOICES =
      Arrays.stream(Say.Voice.values()).map(Object::toString).collect(Collectors.toSet());

  private static final Predicate<String> METHOD = Set.of("GET", "POST")::contains;
  private static final Predicate<String> TRUTH = Set.of("true", "false")::contains;

  private static final Map<String, Set<String>> INSIDE =
      Map.ofEntries(
          Map.entry(
              "Response",
              Set.of(
                  "Say",
                  "Play",
                  "Pause",
                  "Gather",
                  "Dial",
                  "Redirect",
                  "Hangup",
                  "Reject",
                  "Record")),
          Map.entry("Gather", Set.of("Say", "Play", "Pause")),
          Map.entry("Dial", Set.of("Number", "Client", "Conference", "Queue")),
          Map.entry("Record", Set.of()),
          Map.entry("Say", Set.of()),
          Map.entry("Play", Set.of()),
          Map.entry("Pause", Set.of()),
          Map.entry("Redirect", Set.of()),
          Map.entry("Hangup", Set.of()),
          Map.entry("Reject", Set.of()),
          Map.entry("Conference", Set.of()));

  private static final Map<String, Map<String, Predicate<String>>> ATTRIBUTES =
      Map.of(
          "Gather",
          Map.of(
              "input", Set.of("dtmf")::contains,
              "numDigits", TwimlRules::isCount,
              "finishOnKey", value -> value.matches("[0-9*#]?"),
              "timeout", TwimlRules::isCount,
              "actionOnEmptyResult", TRUTH,
              "action", TwimlRules::isAddress,
              "method", METHOD),
          "Record",
          Map.of(
              "action", TwimlRules::isAddress,
              "method", METHOD,
              "maxLength", "180"::equals,
              "timeout", TwimlRules::isCount,
              "finishOnKey", "1234567890*#"::equals,
              "playBeep", "true"::equals,
              "trim", "do-not-trim"::equals,
              "transcribe", "false"::equals,
              "recordingStatusCallback", TwimlRules::isAddress,
              "recordingStatusCallbackMethod", METHOD),
          "Say",
          Map.of("voice", VOICES::contains, "loop", TwimlRules::isCount),
          "Redirect",
          Map.of("method", METHOD),
          "Pause",
          Map.of("length", TwimlRules::isCount),
          "Dial",
          Map.of(
              "action",
              TwimlRules::isAddress,
              "method",
              METHOD,
              "timeout",
              TwimlRules::isCount,
              "callerId",
              value -> value.matches("\\+\\d+"),
              "record",
              "do-not-record"::equals),
          "Conference",
          Map.of(
              "beep",
              Set.of("true", "false", "onEnter", "onExit")::contains,
              "muted",
              TRUTH,
              "startConferenceOnEnter",
              TRUTH,
              "endConferenceOnExit",
              TRUTH,
              "maxParticipants",
              value -> value.matches("[1-9]\\d{0,2}"),
              "record",
              "do-not-record"::equals,
              "waitUrl",
              String::isEmpty));

  /// After these nothing of a document is reached.
  private static final Set<String> LAST = Set.of("Redirect", "Hangup", "Reject");

  private static final DocumentBuilderFactory FACTORY = DocumentBuilderFactory.newInstance();

  private TwimlRules() {}

  private static boolean isCount(String value) {
    return value.matches("[1-9]\\d{0,4}");
  }

  private static boolean isAddress(String value) {
    var uri = URI.create(value);
    return uri.isAbsolute() && !uri.getHost().contains("_") && value.length() <= 4_000;
  }

  /// What is wrong with a document, in words; nothing when it is valid.
  public static List<String> broken(String document) {
    var faults = new ArrayList<String>();
    if (document.length() > 64 * 1024) {
      faults.add("longer than 64 KB");
    }
    try {
      var root = parsed(document);
      if (!root.getTagName().equals("Response")) {
        faults.add("the root is " + root.getTagName());
      }
      check(root, faults);
    } catch (SAXException e) {
      faults.add("no XML");
    }
    return faults;
  }

  /// Every verb and noun of a document, in order.
  static List<String> verbs(String document) {
    try {
      var names = new ArrayList<String>();
      var all = parsed(document).getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        names.add(((Element) all.item(i)).getTagName());
      }
      return names;
    } catch (SAXException e) {
      return List.of("no XML");
    }
  }

  static Element parsed(String document) throws SAXException {
    try {
      var builder = FACTORY.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(document))).getDocumentElement();
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void check(Element element, List<String> faults) {
    var name = element.getTagName();
    var allowed = ATTRIBUTES.getOrDefault(name, Map.of());
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var attribute = attributes.item(i);
      var rule = allowed.get(attribute.getNodeName());
      if (rule == null || !rule.test(attribute.getNodeValue())) {
        faults.add(name + " has " + attribute.getNodeName() + "=" + attribute.getNodeValue());
      }
    }
    var children = children(element);
    var inside = INSIDE.getOrDefault(name, Set.of());
    for (int i = 0; i < children.size(); i++) {
      var child = children.get(i);
      if (!inside.contains(child.getTagName())) {
        faults.add(child.getTagName() + " inside " + name);
      }
      if (isLast(child) && i < children.size() - 1) {
        faults.add("never reached after " + child.getTagName());
      }
      check(child, faults);
    }
    checkWords(element, children, faults);
  }

  private static boolean isLast(Element verb) {
    return LAST.contains(verb.getTagName())
        || (verb.getTagName().equals("Dial") && verb.hasAttribute("action"));
  }

  private static void checkWords(Element element, List<Element> children, List<String> faults) {
    var words = element.getTextContent();
    switch (element.getTagName()) {
      case "Say" -> {
        if (words.isBlank() || words.length() > 4_096) {
          faults.add("Say of " + words.length() + " characters");
        }
      }
      case "Conference" -> {
        if (words.isEmpty() || words.length() > 128) {
          faults.add("a room with a name of " + words.length() + " characters");
        }
      }
      case "Redirect" -> {
        if (!isAddress(words)) {
          faults.add("Redirect to " + words);
        }
      }
      case "Record" -> {
        if (element.getAttributes().getLength() != 10 || !isAlone(element)) {
          faults.add("a Record that is not the one of messages");
        }
      }
      case "Gather" -> {
        if (!element.hasAttribute("action")
            || !element.getAttribute("actionOnEmptyResult").equals("true")) {
          faults.add("a Gather that silence does not lead out of");
        }
      }
      case "Dial" -> {
        if (children.size() != 1 || !element.hasAttribute("action")) {
          faults.add("a Dial to " + children.size() + ", with nothing after it");
        }
      }
      default -> {}
    }
  }

  private static boolean isAlone(Element record) {
    return record.getParentNode() instanceof Element whole
        && children(whole).stream()
            .map(Element::getTagName)
            .toList()
            .equals(List.of("Record", "Redirect"));
  }

  private static List<Element> children(Element element) {
    var found = new ArrayList<Element>();
    for (Node one = element.getFirstChild(); one != null; one = one.getNextSibling()) {
      if (one instanceof Element child) {
        found.add(child);
      }
    }
    return found;
  }
}
