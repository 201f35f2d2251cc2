package org.havenline.channel.voice.mailbox;

import org.havenline.channel.voice.CallRooms;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.call.Calls;
import org.havenline.channel.voice.prompt.Tapes;
import org.havenline.contact.Contacts;
import org.havenline.conversation.Transcripts;

/// The rooms of messages that callers leave, put together.
///
/// @param mailbox lets her leave one
/// @param tapes what is still at the provider
public record MessageRooms(
    Mailbox mailbox, TapeBook tapes, CallRooms.Ground on, Calls calls, Contacts contacts) {

  public static MessageRooms of(
      CallRooms.Ground on, Contacts contacts, Calls calls, Speech speech, Runnable nudged) {
    var tapes = new TapeBook(on.redis(), on.keys(), nudged, on.clock());
    var mailbox = new Mailbox(calls, tapes, on.tables(), speech, on.clock());
    return new MessageRooms(mailbox, tapes, on, calls, contacts);
  }

  /// Brings them home.
  public Fetching fetching(Tapes provider) {
    return new Fetching(
        on.keys().line(),
        tapes,
        calls,
        on.intake(),
        on.pseudonyms(),
        new Transcripts(on.redis(), contacts, on.vault()),
        provider,
        on.clock());
  }
}
