package org.havenline.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.havenline.contact.MessageId;

/// What one step of an escalation comes to, ready for its script.
///
/// @param did in a word, for staff
/// @param text to the person, sent unless she has had as many as `mostTexts`
/// @param partner to whom she is handed over
/// @param callBack when the promise is due
/// @param pages a message and a sealed number in turn
record Deed(
    String did,
    Optional<MessageId> text,
    int mostTexts,
    Optional<String> partner,
    Optional<Instant> callBack,
    List<Object> pages) {

  static Deed nothing(String did) {
    return new Deed(did, Optional.empty(), 0, Optional.empty(), Optional.empty(), List.of());
  }

  static Deed text(String did, Optional<MessageId> text) {
    return new Deed(did, text, 1, Optional.empty(), Optional.empty(), List.of());
  }

  static Deed page(List<Object> pages) {
    return new Deed("page", Optional.empty(), 0, Optional.empty(), Optional.empty(), pages);
  }

  /// In the order in which `step.lua` takes them.
  List<Object> arguments() {
    var arguments = new ArrayList<Object>();
    arguments.add(text.<Object>map(id -> id).orElse(""));
    arguments.add(did);
    arguments.add(mostTexts);
    arguments.add(partner.orElse(""));
    arguments.add(callBack.map(Instant::toEpochMilli).orElse(0L));
    arguments.addAll(pages);
    return arguments;
  }
}
