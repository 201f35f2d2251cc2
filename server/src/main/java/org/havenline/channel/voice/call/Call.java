package org.havenline.channel.voice.call;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.havenline.channel.Address;
import org.havenline.contact.ContactId;
import org.havenline.contact.PersonId;

/// One call as it stands.
///
/// @param from by which her contact knows her
/// @param to the line's number that she dialled
/// @param menu the languages she is asked for, in the order she hears them
/// @param language it goes on in, BCP 47; empty before the menu is over
/// @param room in which she was last sent to talk; empty when in none
/// @param contact hers, once it was seen
/// @param heard when it was last heard of
public record Call(
    CallId id,
    PersonId person,
    Address from,
    String to,
    Stage stage,
    List<String> menu,
    String language,
    String room,
    Optional<ContactId> contact,
    Instant began,
    Instant heard) {
  public Call {
    menu = List.copyOf(menu);
  }

  /// How far it has come.
  public enum Stage {
    /// She is asked for her language.
    MENU,
    WAITING,
    /// She cannot talk, and answers by keys.
    SILENT,
    /// She was promised a call, and does not have her telephone to her ear.
    BACK,
    OVER;

    public static Stage parse(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The same, once it is known where she is reached.
  public Call between(Address hers, String ours) {
    return new Call(id, person, hers, ours, stage, menu, language, room, contact, began, heard);
  }

  public boolean isLive() {
    return stage != Stage.OVER;
  }
}
