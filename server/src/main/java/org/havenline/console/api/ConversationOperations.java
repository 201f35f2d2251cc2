package org.havenline.console.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.havenline.console.staff.SignedIn;
import org.havenline.console.view.MessageView;
import org.havenline.contact.Contact;
import org.havenline.contact.Contacts;
import org.havenline.conversation.Conversations;
import org.havenline.http.Problems;
import org.havenline.http.Response;

/// Reading, writing and ending a conversation: for its owner alone, whatever the role.
public final class ConversationOperations {
  private static final int MOST = 500;
  private static final String NOT_YOURS = "This conversation is not yours any more";

  private final Contacts contacts;
  private final Conversations conversations;
  private final MessageView view;

  public ConversationOperations(Contacts contacts, Conversations conversations, MessageView view) {
    this.contacts = contacts;
    this.conversations = conversations;
    this.view = view;
  }

  void addTo(Map<String, StaffOperation> operations) {
    operations.put("messages", this::messages);
    operations.put("write", this::write);
    operations.put("closeConversation", this::close);
  }

  private Response messages(SignedIn who, Call call) {
    int after = call.number("after");
    return own(who, call)
        .map(contact -> Answer.ok(messages(contact, after)))
        .orElseGet(Problems::notFound);
  }

  private JsonObject messages(Contact contact, int after) {
    var list = new JsonArray();
    conversations.messages(contact.id(), after, MOST).stream().map(view::of).forEach(list::add);
    return new JsonObject().put("messages", list);
  }

  /// Answers 201 the first time and 200 again, both with the message as it stands now. Whether she
  /// is the owner is for the script to say: what she wrote while she was is hers to know about.
  private Response write(SignedIn who, Call call) {
    var text = call.body().getString("text");
    var key = call.body().getString("key");
    var found = contacts.find(call.contact());
    if (found.isEmpty()) {
      return Answer.conflict(NOT_YOURS);
    }
    var contact = found.get();
    var n = conversations.write(contact.id(), who.id(), contact.epoch(), text, key);
    if (n.isEmpty()) {
      return Answer.conflict(NOT_YOURS);
    }
    var written = conversations.messages(contact.id(), n.getAsInt() - 1, 1).getFirst();
    return Answer.json(n.getAsInt() > contact.messages() ? 201 : 200, view.of(written));
  }

  private Response close(SignedIn who, Call call) {
    var disposition = call.body().getString("disposition");
    var note = call.body().getString("note", "");
    return own(who, call)
            .filter(contact ->
                conversations.close(contact.id(), who.id(), contact.epoch(), disposition, note))
            .isPresent()
        ? Answer.done()
        : Answer.conflict(NOT_YOURS);
  }

  private Optional<Contact> own(SignedIn who, Call call) {
    return contacts.find(call.contact()).filter(contact -> contact.isOwnedBy(who.id()));
  }
}
