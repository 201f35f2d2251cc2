package org.havenline.channel.voice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.channel.Address;
import org.havenline.channel.KeyAnswer;
import org.havenline.channel.voice.Turn.Spoken;
import org.havenline.channel.voice.back.Wish;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.call.Caller;
import org.havenline.channel.voice.call.Calls;
import org.havenline.channel.voice.call.MissedCall;
import org.havenline.channel.voice.call.Waiting;
import org.havenline.channel.voice.leg.Legs;
import org.havenline.channel.voice.mailbox.Mailbox;
import org.havenline.channel.voice.talk.Talks;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.contact.Contacts;
import org.havenline.queue.Tables;

/// Answers a caller: her language first, then her place, until somebody is there. Silence and wrong
/// keys end with a person, and nothing but her own hanging up, or the responder's word, ends a
/// call.
public final class Attendant {
  /// How long a key is waited for after the menu.
  private static final Duration MENU = Duration.ofSeconds(5);

  /// Quiet between two announcements; with each she is known to be there.
  static final Duration QUIET = Duration.ofSeconds(15);

  private static final Duration QUESTION = Duration.ofSeconds(8);

  /// The keys are named again after so many announcements.
  private static final int NAMED_AGAIN = 3;

  private static final String CANNOT_TALK = "1";
  private static final String TEXT = "2";
  private static final String BACK = "3";
  private static final String WOMAN = "4";
  private static final String MESSAGE = "5";

  private final Calls calls;
  private final Legs legs;
  private final Talks talks;
  private final Contacts contacts;
  private final Supplier<Tables> tables;
  private final Counter counter;
  private final Standing standing;
  private final Wish wish;
  private final Mailbox mailbox;
  private final Speech speech;

  Attendant(
      Calls calls,
      Legs legs,
      Talks talks,
      Contacts contacts,
      Supplier<Tables> tables,
      Counter counter,
      Standing standing,
      Wish wish,
      Mailbox mailbox,
      Speech speech) {
    this.calls = calls;
    this.legs = legs;
    this.talks = talks;
    this.contacts = contacts;
    this.tables = tables;
    this.counter = counter;
    this.standing = standing;
    this.wish = wish;
    this.mailbox = mailbox;
    this.speech = speech;
  }

  /// Somebody calls.
  ///
  /// @param from as the provider writes it
  /// @param to the line's number
  public Turn answer(CallId id, String from, String to) {
    var caller = Caller.of(from);
    var keys = keys(caller.address(), to);
    var call = calls.begin(id, caller, to, keys.languages());
    if (call.stage() != Call.Stage.MENU) {
      return next(id, 0, "");
    }
    return menuOf(call).languages().size() < 2 ? human(call) : menu(menuOf(call), 0, 0);
  }

  private String main() {
    return tables.get().line().languages().getFirst();
  }

  private LanguageKeys keys(Optional<Address> from, String to) {
    var number = from.filter(Caller::hasNumber).map(Address::value).orElse("");
    return LanguageKeys.of(tables.get().line().languages(), number, to, calls.demand(), speech);
  }

  /// As she heard it; one whose call began elsewhere is asked as anybody.
  private LanguageKeys menuOf(Call call) {
    return call.menu().isEmpty()
        ? keys(Optional.of(call.from()), call.to())
        : new LanguageKeys(call.menu(), main(), speech);
  }

  private static Turn menu(LanguageKeys keys, int level, int tries) {
    return new Turn.Ask(keys.level(level).words(), MENU, "menu?level=" + level + "&n=" + tries);
  }

  /// A key of the menu, or none.
  ///
  /// @param tries how often this level was heard in vain before
  public Turn menu(CallId id, int level, int tries, String key) {
    var found = calls.heard(id);
    if (found.isEmpty()) {
      return Turn.NOTHING;
    }
    var call = found.get();
    if (call.stage() != Call.Stage.MENU) {
      return next(id, 0, "");
    }
    var keys = menuOf(call);
    var chosen = keys.chosen(level, key);
    if (chosen.isPresent()) {
      counter.takeIn(call, Optional.of(new KeyAnswer.Language(chosen.get())));
      return next(calls.goesOn(id, chosen.get(), true), 0, "");
    }
    if (key.equals(LanguageKeys.OTHERS)) {
      return keys.level(level).more() ? menu(keys, level + 1, 0) : human(call);
    }
    return tries == 0 ? menu(keys, level, 1) : human(call);
  }

  /// In the line's language, to whoever is free: her own is not known.
  private Turn human(Call call) {
    counter.takeIn(call, Optional.empty());
    return next(calls.goesOn(call.id(), main(), false), 0, "");
  }

  /// What she hears next who has been asked for her language: asked again and again, until she is
  /// with somebody.
  ///
  /// @param round how many announcements she has heard
  public Turn next(CallId id, int round, String key) {
    return next(calls.waits(id, round == 0), round, key);
  }

  private Turn next(Optional<Waiting> found, int round, String key) {
    if (found.isEmpty()) {
      return Turn.NOTHING;
    }
    var waiting = found.get();
    var call = waiting.call();
    var id = call.id();
    if (key.equals(CANNOT_TALK) && call.stage() == Call.Stage.WAITING) {
      calls.silent(id);
      counter.sign(call, Questions.CANNOT_TALK);
      return question(call, 0);
    }
    if (key.equals(BACK) && wish.isOpenTo(waiting)) {
      return wish.asked(call);
    }
    if (key.equals(MESSAGE) && mailbox.isOpenTo(call)) {
      return mailbox.asked(call);
    }
    var words = new ArrayList<Spoken>();
    if (key.equals(TEXT) && counter.textable(waiting)) {
      counter.text(call);
      words.add(say(call, "callWritten", Map.of()));
    }
    boolean wished = key.equals(WOMAN) && waiting.contact().filter(counter::woman).isPresent();
    if (wished) {
      words.add(say(call, "callAsked", Map.of()));
    }
    // who had her a moment ago may not be whom she wants
    var contact = wished ? hers(call) : waiting.contact();
    if (contact.isEmpty() && call.contact().isPresent()) {
      var _ = calls.mayLetGo(id);
      return new Turn.End(List.of(say(call, "callOver", Map.of())));
    }
    var room = contact.filter(Attendant::isTaken).flatMap(one -> legs.room(id, one));
    // she comes from a room, or was fetched from one
    if (room.isEmpty() && (!call.room().isEmpty() || round == 1) && talks.tellsMoved(id)) {
      words.add(say(call, "callMoving", Map.of()));
    }
    if (room.isPresent() || !call.room().isEmpty()) {
      calls.isIn(id, room.orElse(""));
    }
    return room.<Turn>map(one -> new Turn.Talk(one, "next?n=" + round))
        .orElseGet(() -> wait(waiting.with(contact), round, words));
  }

  private Optional<Contact> hers(Call call) {
    return contacts.openOf(call.person());
  }

  private static boolean isTaken(Contact contact) {
    return contact.state() == ContactState.CONNECTED;
  }

  private Turn wait(Waiting waiting, int round, List<Spoken> words) {
    var call = waiting.call();
    var contact = waiting.contact();
    if (round == 0) {
      words.add(say(call, "callWaiting", Map.of()));
    } else {
      contact.ifPresent(one ->
          standing
              .of(one, waiting.before().orElse(0), speech.hasVoice(call.language()))
              .forEach(line -> words.add(say(call, line.key(), line.arguments()))));
    }
    if (call.stage() == Call.Stage.SILENT) {
      words.add(say(call, "callListening", Map.of()));
    } else if (round % NAMED_AGAIN == 1) {
      if (contact.filter(counter::mayWish).isPresent()) {
        words.add(say(call, "callWoman", Map.of("key", WOMAN)));
      }
      if (mailbox.isOpenTo(call)) {
        words.add(say(call, "callMessageOffer", Map.of("key", MESSAGE)));
      }
    } else if (round % NAMED_AGAIN == 0) {
      words.add(say(call, "callCannotTalk", Map.of("key", CANNOT_TALK)));
      if (counter.textable(waiting)) {
        words.add(say(call, "callText", Map.of("key", TEXT)));
      }
      boolean isPromised = contact.flatMap(one -> one.escalated().promised()).isPresent();
      if (!isPromised && wish.isOpenTo(waiting)) {
        words.add(say(call, "callBackOffer", Map.of("key", BACK)));
      }
    }
    return new Turn.Ask(words, QUIET, "next?n=" + (round + 1));
  }

  private Spoken say(Call call, String key, Map<String, Object> arguments) {
    return speech.say(key, arguments, call.language(), main());
  }

  private Turn question(Call call, int n) {
    var questions = Questions.all(counter.textable(call));
    return n < questions.size()
        ? new Turn.Ask(
            List.of(say(call, questions.get(n).key(), Map.of()), say(call, "callYesNo", Map.of())),
            QUESTION,
            "question?n=" + n)
        : next(call.id(), 0, "");
  }

  /// The answer to a question: 1 is a yes, all else is none.
  public Turn question(CallId id, int n, String key) {
    var found = calls.heard(id);
    if (found.isEmpty()) {
      return Turn.NOTHING;
    }
    var call = found.get();
    var questions = Questions.all(counter.textable(call));
    if (n >= 0 && n < questions.size() && key.equals("1")) {
      var asked = questions.get(n);
      asked.yes().ifPresent(sign -> counter.sign(call, sign));
      if (asked.asksForText()) {
        counter.text(call);
      }
    }
    // who has somebody by now is not asked on
    boolean met = hers(call).filter(Attendant::isTaken).isPresent();
    return met ? next(id, 1, "") : question(call, Math.max(0, n) + 1);
  }

  /// A call that nobody here has heard of: a contact that has hung up, or will, for a person to
  /// decide what follows. Done again it changes nothing.
  ///
  /// @return whether it was new
  public boolean missed(MissedCall call) {
    boolean found = calls.missed(call, Counter.sid(call.id()));
    if (found && call.ended().isPresent()) {
      over(call.id());
    }
    return found;
  }

  /// She has hung up. One who never came to the end of the menu is a contact like any other.
  public void over(CallId id) {
    var call = calls.find(id);
    if (call.filter(one -> one.stage() == Call.Stage.MENU).isPresent()) {
      counter.takeIn(call.orElseThrow(), Optional.empty());
    }
    calls.over(id);
  }
}
