package org.havenline.simulator.twiml;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A document as Twilio reads it, with everything its debugger would say of it.
///
/// @param verbs in their order; empty when the document cannot be executed
/// @param complaints empty when Twilio has nothing to say
public record Twiml(List<Verb> verbs, List<Complaint> complaints) {
  public Twiml {
    verbs = List.copyOf(verbs);
    complaints = List.copyOf(complaints);
  }

  /// Reads and checks a document; never throws.
  public static Twiml read(String xml) {
    try {
      var builder = builder();
      builder.setErrorHandler(null);
      var root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
      if (!root.getTagName().equals("Response")) {
        return broken("The root is <" + root.getTagName() + ">, not <Response>");
      }
      var complaints = new ArrayList<Complaint>();
      var response = verb(root);
      check(response, "", complaints);
      return new Twiml(response.children(), complaints);
    } catch (SAXException | IOException e) {
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

  private static DocumentBuilder builder() {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setExpandEntityReferences(false);
      return factory.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Every Java reads XML safely", e);
    }
  }

  private static Verb verb(Element element) {
    var attributes = new LinkedHashMap<String, String>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      var attribute = element.getAttributes().item(i);
      attributes.put(attribute.getNodeName(), attribute.getNodeValue());
    }
    var children = new ArrayList<Verb>();
    for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(verb(child));
      }
    }
    return new Verb(element.getTagName(), attributes, text(element, children), children);
  }

  /// Of speech all of it is heard; of everything else only what stands directly in it counts.
  private static String text(Element element, List<Verb> children) {
    if (element.getTagName().equals("Say") || children.isEmpty()) {
      return element.getTextContent().strip();
    }
    var text = new StringBuilder();
    for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(node.getNodeValue());
      }
    }
    return text.toString().strip();
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
