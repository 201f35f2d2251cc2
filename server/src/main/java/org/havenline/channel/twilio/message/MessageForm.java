package org.havenline.channel.twilio.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.twilio.LineNumbers;
import org.havenline.channel.twilio.TwilioAddress;
import org.havenline.contact.LineId;
import org.havenline.http.FormBody;

/// Reads Twilio's form of an incoming message. What can be read is passed on with its oddities
/// named; only a form without a clear id, sender or receiver is puzzling.
record MessageForm(FormBody form, LineNumbers numbers, Instant receivedAt) {

  sealed interface Reading {
    record Understood(InboundMessage message) implements Reading {}

    /// Signed, so some person wrote it, but not to be passed on unseen.
    record Puzzling(LineId line, String reason) implements Reading {}
  }

  /// Twilio's are `SM` or `MM` and 32 hex digits; compatible providers use UUIDs.
  private static final Pattern SID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{5,14}|\\d{3,8}");
  private static final Set<String> OPT_OUTS = Set.of("", "STOP", "START", "HELP");
  private static final int MOST_MEDIA = 32;

  Reading read() {
    var to = only("To").flatMap(TwilioAddress::read);
    var line = to.flatMap(numbers::lineOf);
    var sid = only("MessageSid").filter(SID.asMatchPredicate());
    var from = only("From").flatMap(TwilioAddress::read);
    if (sid.isEmpty() || from.isEmpty() || to.isEmpty()) {
      var what = sid.isEmpty() ? "MessageSid" : from.isEmpty() ? "From" : "To";
      return new Reading.Puzzling(
          line.orElse(numbers.fallback()), "no usable " + what + " in a signed message");
    }
    var media = media();
    return new Reading.Understood(
        new InboundMessage(
            line.orElse(numbers.fallback()),
            sid.get(),
            from.get(),
            to.get(),
            text(),
            media,
            optOut(),
            String.join("; ", oddities(line, from.get(), media.size())),
            receivedAt));
  }

  /// The one value of a field that may not be in doubt; the same value twice is no doubt.
  private Optional<String> only(String name) {
    var values = new HashSet<>(form.all(name));
    return values.size() == 1 ? values.stream().findFirst() : Optional.empty();
  }

  /// As written. A shared place has no text of its own and may be the most important message of
  /// all, so it becomes one (RFC 5870).
  private String text() {
    var parts = new ArrayList<>(form.all("Body"));
    parts.removeIf(String::isEmpty);
    form.first("Latitude")
        .ifPresent(latitude -> {
          parts.add("geo:" + latitude + "," + form.first("Longitude").orElse("?"));
          form.first("Label").ifPresent(parts::add);
          form.first("Address").ifPresent(parts::add);
        });
    return String.join("\n", parts);
  }

  /// By the addresses that are there, whatever `NumMedia` says.
  private List<InboundMessage.Attachment> media() {
    return IntStream.range(0, MOST_MEDIA)
        .boxed()
        .flatMap(i ->
            form.first("MediaUrl" + i).stream()
                .map(url ->
                    new InboundMessage.Attachment(
                        form.first("MediaContentType" + i).orElse(""), url)))
        .toList();
  }

  private String optOut() {
    var word = form.first("OptOutType").orElse("");
    return OPT_OUTS.contains(word) ? word : "";
  }

  private List<String> oddities(Optional<LineId> line, Address from, int media) {
    var odd = new ArrayList<String>();
    form.flaws().forEach(flaw -> odd.add(flaw.words()));
    if (line.isEmpty()) {
      odd.add("unknown line number");
    }
    if (!NUMBER.matcher(from.value()).matches()) {
      odd.add("the sender is not a phone number");
    }
    if (form.all("Body").isEmpty()) {
      odd.add("no Body");
    } else if (form.all("Body").size() > 1) {
      odd.add("more than one Body");
    }
    if (!form.first("NumMedia").orElse("0").equals(Integer.toString(media))) {
      odd.add("NumMedia does not fit the media");
    }
    if (!OPT_OUTS.contains(form.first("OptOutType").orElse(""))) {
      odd.add("unknown OptOutType");
    }
    return odd;
  }
}
