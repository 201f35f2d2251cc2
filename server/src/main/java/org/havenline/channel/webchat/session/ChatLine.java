package org.havenline.channel.webchat.session;

import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.contact.PersonId;
import org.havenline.conversation.Conversations;
import org.havenline.intake.Intake;
import org.havenline.queue.Tables;

/// The rooms of the line whose page this is.
///
/// @param tables in force
public record ChatLine(
    LineKeys keys,
    Tables.Source tables,
    Intake intake,
    Contacts contacts,
    Conversations conversations,
    Chats chats) {

  /// Begins a chat of somebody who was never here.
  public void begin(String token, String language, boolean chosen, boolean young) {
    chats.start(token, stranger(token), language, chosen, young);
  }

  /// Whoever writes in the chat of a new token, before anything is known of her.
  public PersonId stranger(String token) {
    return intake.person(Chat.addressOf(token));
  }

  /// The chat with the contact its last messages are in, open or closed.
  public Chat now(Chat chat) {
    var last = contacts.last(chat.person());
    if (last.isEmpty() || last.equals(chat.contact())) {
      return chat;
    }
    int before = chat.before() + chat.contact().map(this::messages).orElse(0);
    chats.belongsTo(chat.id(), last.get(), before);
    return chat.in(last.get(), before);
  }

  private int messages(ContactId contact) {
    return contacts.find(contact).map(Contact::messages).orElse(0);
  }
}
