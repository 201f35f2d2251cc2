package org.havenline.channel.webchat.session;

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

  /// Who writes in a chat.
  public PersonId person(Chat chat) {
    return intake.person(chat.address());
  }
}
