package org.havenline.trial;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.havenline.contact.Contact;
import org.havenline.conversation.Conversations;
import org.havenline.conversation.Message;
import org.havenline.correction.Verdicts;
import org.havenline.risk.RiskAssessment;
import org.havenline.risk.RiskMonitor;

/// Reads one contact again, a page of its messages at a time. Texts are opened in memory, and only
/// what the rules found in them leaves this class.
final class Reader {
  private static final int PAGE = 100;
  private static final int MOST_LANGUAGES = 3;

  private final Conversations conversations;
  private final Verdicts verdicts;
  private final RiskMonitor changed;

  Reader(Conversations conversations, Verdicts verdicts, RiskMonitor changed) {
    this.conversations = conversations;
    this.verdicts = verdicts;
    this.changed = changed;
  }

  Reread read(Contact contact) {
    var after = RiskAssessment.none();
    var places = new HashMap<String, Integer>();
    int read = 0;
    int gone = 0;
    for (int from = 0; from < contact.messages(); from += PAGE) {
      for (var message : conversations.messages(contact.id(), from, PAGE)) {
        if (!message.incoming()) {
          continue;
        }
        var found = read(message, contact.understanding());
        found.signals().forEach(signal -> places.putIfAbsent(signal.ruleId(), message.n()));
        after = changed.together(after, found);
        read += message.kept() ? 1 : 0;
        gone += message.kept() ? 0 : 1;
      }
    }
    return new Reread(
        contact.id(),
        Reread.parse(contact.understanding().signals()),
        after,
        Map.copyOf(places),
        read,
        gone,
        verdicts.of(contact.id()),
        Reread.judged(contact.understanding()));
  }

  private RiskAssessment read(Message message, Contact.Understanding known) {
    var then = Reread.parse(message.signals());
    return message.kept()
        ? changed.together(
            changed.byKeys(then), changed.assess(message.text(), languages(message, known)))
        : changed.remaining(then);
  }

  /// Those in which it was read then. Of messages of an older release that is not known; it is
  /// taken from what is known of the contact.
  private static Set<String> languages(Message message, Contact.Understanding known) {
    var languages = new LinkedHashSet<String>();
    if (known.isLanguageChosen()) {
      languages.add(known.language());
    }
    if (!message.read().isEmpty()) {
      Arrays.stream(message.read().split(" ", -1)).skip(1).forEach(languages::add);
    } else if (known.certainty().equals(Contact.Understanding.SET)) {
      languages.add(known.language());
    } else {
      Arrays.stream(known.candidates().split(" ", -1))
          .limit(MOST_LANGUAGES)
          .map(one -> one.replaceFirst(":.*", ""))
          .filter(one -> !one.isEmpty())
          .forEach(languages::add);
    }
    return languages;
  }
}
