package org.havenline.simulator.twiml;

import static javax.xml.stream.XMLStreamConstants.COMMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.PROCESSING_INSTRUCTION;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A document as Twilio reads it, with everything its debugger would say of it.
///
/// @param verbs in their order; empty when the document cannot be executed
/// @param complaints empty when Twilio has nothing to say
public record Twiml(List<Verb> verbs, List<Complaint> complaints) {
  public Twiml {
    verbs = List.copyOf(verbs);
    complaints = List.copyOf(complaints);
  }

  private static final XMLInputFactory READERS = readers();

  private static XMLInputFactory readers() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /// Reads and checks a document; never throws.
  public static Twiml read(String xml) {
    try {
      var reader = READERS.createXMLStreamReader(new StringReader(xml));
      int event = reader.next();
      while (event == COMMENT || event == PROCESSING_INSTRUCTION || event == SPACE) {
        event = reader.next();
      }
      if (event != START_ELEMENT || !reader.getLocalName().equals("Response")) {
        return broken("The document is no <Response>");
      }
      var response = verb(reader);
      while (reader.hasNext()) {
        reader.next(); // what comes behind must be well-formed too
      }
      var complaints = new ArrayList<Complaint>();
      check(response, "", complaints);
      return new Twiml(response.children(), complaints);
    } catch (XMLStreamException e) {
      return broken(String.valueOf(e.getMessage()));
    }
  }

  /// Whether the call ends by it.
  public boolean broken() {
    return complaints.stream().anyMatch(Complaint::fatal);
  }

  private static Twiml broken(String why) {
    return new Twiml(List.of(), List.of(Complaint.fatal(why)));
  }

  /// The element that was just opened, to its end.
  private static Verb verb(XMLStreamReader xml) throws XMLStreamException {
    var name = xml.getLocalName();
    var attributes = new LinkedHashMap<String, String>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    var children = new ArrayList<Verb>();
    var text = new StringBuilder();
    for (int event = xml.next(); event != END_ELEMENT; event = xml.next()) {
      if (event == START_ELEMENT) {
        var child = verb(xml);
        children.add(child);
        if (!Grammar.knows(child.name()) && !name.equals("Response")) {
          text.append(child.text()); // what speech is made of
        }
      } else if (xml.hasText() && event != COMMENT) {
        text.append(xml.getText());
      }
    }
    return new Verb(name, attributes, text.toString().strip(), children);
  }

  private static void check(Verb verb, String above, List<Complaint> complaints) {
    var here = above.isEmpty() ? verb.name() : above + "/" + verb.name();
    var known = Grammar.of(verb.name());
    if (known.isEmpty()) {
      return; // what speech is made of: the parent has allowed it
    }
    var rule = known.get();
    for (Map.Entry<String, String> given : verb.attributes().entrySet()) {
      var check = rule.attributes().get(given.getKey());
      if (check == null) {
        complaints.add(Complaint.schema(here, "has no attribute " + given.getKey()));
      } else if (!check.allows().test(given.getValue())) {
        complaints.add(Complaint.schema(here, given.getKey() + " must be " + check.words()));
      }
    }
    if (!rule.text().allows().test(verb.text())) {
      complaints.add(Complaint.schema(here, "its text must be " + rule.text().words()));
    }
    for (var child : verb.children()) {
      if (rule.children().contains(child.name())) {
        check(child, here.equals("Response") ? "" : here, complaints);
      } else {
        complaints.add(Complaint.schema(here, "may not hold <" + child.name() + ">"));
      }
    }
  }
}
