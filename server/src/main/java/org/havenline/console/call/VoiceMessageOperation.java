package org.havenline.console.call;

import java.util.Map;
import org.havenline.audit.Author;
import org.havenline.console.api.Call;
import org.havenline.console.api.StaffOperation;
import org.havenline.console.staff.SignedIn;
import org.havenline.contact.Contact;
import org.havenline.contact.Contacts;
import org.havenline.contact.MessageId;
import org.havenline.conversation.Conversations;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.tables.Archive;

/// Listening to a message that a caller left: for the owner of her conversation alone, whatever the
/// role. Each listening is noted in the audit log before the sound goes out.
public final class VoiceMessageOperation {
  private final Contacts contacts;
  private final Conversations conversations;
  private final Archive archive;

  public VoiceMessageOperation(Contacts contacts, Conversations conversations, Archive archive) {
    this.contacts = contacts;
    this.conversations = conversations;
    this.archive = archive;
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("voiceMessage", this::listen);
  }

  private Response listen(SignedIn who, Call call) {
    var message = new MessageId(call.path("messageId"));
    return contacts
        .find(call.contact())
        .filter(contact -> contact.isOwnedBy(who.id()))
        .flatMap(contact ->
            conversations
                .sound(contact.id(), message)
                .filter(_ -> isNoted(who, contact, message))
                .map(sound -> ByteRange.answer(call.request(), "audio/wav", sound)))
        .orElseGet(Problems::notFound);
  }

  private boolean isNoted(SignedIn who, Contact contact, MessageId message) {
    archive.note(Author.of(who.id()), "listened to a voice message", "contact " + contact.id(), "");
    return conversations.listens(contact.id(), who.id(), contact.epoch(), message);
  }
}
