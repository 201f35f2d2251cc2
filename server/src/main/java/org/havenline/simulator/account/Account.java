package org.havenline.simulator.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Twilio's memory of one account: every message both ways, and who opted out of which sender.
public final class Account {
  /// The oldest are forgotten beyond this, so that a demo may run for months.
  private static final int REMEMBERED = 100_000;

  /// WhatsApp lets a business write freely only so long after the person last wrote.
  private static final Duration WHATSAPP_WINDOW = Duration.ofHours(24);

  private record Refusal(String phone, String sender) {}

  private final LinkedHashMap<String, Message> messages = new LinkedHashMap<>();
  private final Set<Refusal> optedOut = new HashSet<>();
  private final Events events;
  private final InstantSource clock;

  public Account(Events events, InstantSource clock) {
    this.events = events;
    this.clock = clock;
  }

  /// Keeps a new message, and acts on a keyword. A known sid changes nothing: the phone repeats
  /// itself.
  public synchronized void add(Message message) {
    if (messages.putIfAbsent(message.sid(), message) != null) {
      return;
    }
    if (messages.size() > REMEMBERED) {
      messages.pollFirstEntry();
    }
    if (message.inbound()) {
      Keyword.in(message.body()).ifPresent(keyword -> obey(keyword, message));
    }
    events.add(Event.Kind.MESSAGE, message);
  }

  private void obey(Keyword keyword, Message message) {
    var refusal = new Refusal(message.from(), message.to());
    switch (keyword) {
      case STOP -> optedOut.add(refusal);
      case START -> optedOut.remove(refusal);
      case HELP -> {}
    }
  }

  public synchronized boolean optedOut(String phone, String sender) {
    return optedOut.contains(new Refusal(phone, sender));
  }

  /// Whether a person wrote to this sender within the last 24 hours.
  public synchronized boolean withinWindow(String phone, String sender) {
    var earliest = clock.instant().minus(WHATSAPP_WINDOW);
    return messages.sequencedValues().reversed().stream()
        .takeWhile(m -> m.created().isAfter(earliest))
        .anyMatch(m -> m.from().equals(phone) && m.to().equals(sender));
  }

  public synchronized Optional<Message> find(String sid) {
    return Optional.ofNullable(messages.get(sid));
  }

  /// Empty when the message is gone.
  public synchronized Optional<Message> change(String sid, UnaryOperator<Message> change) {
    var changed = messages.computeIfPresent(sid, (_, message) -> change.apply(message));
    if (changed != null) {
      events.add(Event.Kind.CHANGED, changed);
    }
    return Optional.ofNullable(changed);
  }

  public synchronized boolean remove(String sid) {
    var removed = messages.remove(sid);
    if (removed != null) {
      events.add(Event.Kind.REMOVED, removed);
    }
    return removed != null;
  }

  /// Newest first.
  ///
  /// @param after the last one of the page before
  public synchronized List<Message> list(MessageFilter filter, Optional<String> after, int most) {
    var newestFirst = messages.sequencedValues().reversed().stream();
    var rest =
        after
            .map(sid -> newestFirst.dropWhile(m -> !m.sid().equals(sid)).skip(1))
            .orElse(newestFirst);
    return rest.filter(filter::matches).limit(most).toList();
  }

  /// Both ways, oldest first.
  public synchronized List<Message> ofPhone(String number) {
    return messages.values().stream().filter(m -> m.phone().equals(number)).toList();
  }

  /// As if this phone had never written.
  public synchronized void forgetPhone(String number) {
    ofPhone(number).forEach(m -> remove(m.sid()));
    optedOut.removeIf(refusal -> Message.bare(refusal.phone()).equals(number));
  }

  public synchronized void forgetAll() {
    List.copyOf(messages.keySet()).forEach(this::remove);
    optedOut.clear();
  }
}
