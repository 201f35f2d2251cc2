package org.havenline.channel.voice.talk;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;

/// A third party who is wanted in a talk. Rung once; whoever is wanted again is another.
///
/// @param whom a responder, an interpreter of the table, or [#DISPATCH]
/// @param epoch of the ownership in which it is wanted
/// @param wanted false once it was sent away, or has become the owner
/// @param leg by which it is rung; empty before
/// @param announcing since when the two are being told that somebody listens
/// @param announced when those words were over
public record Guest(
    String id,
    Kind kind,
    Way way,
    ResponderId whom,
    ContactId contact,
    long epoch,
    boolean wanted,
    String leg,
    Optional<Instant> announcing,
    Optional<Instant> announced) {

  /// Emergency services, as no responder may be called.
  public static final ResponderId DISPATCH = new ResponderId(".dispatch");

  /// What for.
  public enum Kind {
    INTERPRETER,
    EMERGENCY,
    /// A responder to whom the talk is to pass.
    SUCCESSOR,
    SUPERVISOR;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How it takes part.
  public enum Way {
    /// Heard by all, and hears all.
    JOIN,
    /// Hears all, and is heard by nobody.
    LISTEN,
    /// Hears all, and is heard by the responder alone.
    WHISPER,
    /// Speaks with the responder first, while she is on hold.
    WARM,
    /// Takes her as soon as he has pressed 1.
    COLD;

    public static Way parse(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether it is wanted by whoever has her contact now.
  public boolean isWantedWith(Contact now) {
    return wanted
        && now.state() == ContactState.CONNECTED
        && contact.equals(now.id())
        && epoch == now.epoch();
  }
}
