package org.havenline.simulator.rest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.havenline.simulator.account.Account;
import org.havenline.simulator.account.MessageFilter;
import org.havenline.simulator.web.Form;

/// One page of the message list, newest first, with the relative address of the next.
final class MessageList {
  private static final int USUAL_SIZE = 50;
  private static final int LARGEST_SIZE = 1_000;

  /// Twilio's tokens are opaque; ours name the last message of the page before.
  private static final String TOKEN = "PA";

  private final Account account;
  private final String accountSid;

  MessageList(Account account, String accountSid) {
    this.account = account;
    this.accountSid = accountSid;
  }

  /// @throws IllegalArgumentException when a date or a number cannot be read
  JsonObject page(Form query) {
    int size =
        Math.clamp(
            query.first("PageSize").map(Integer::parseInt).orElse(USUAL_SIZE), 1, LARGEST_SIZE);
    int page = query.first("Page").map(Integer::parseInt).orElse(0);
    var after = query.first("PageToken").filter(t -> t.startsWith(TOKEN)).map(t -> t.substring(2));
    var oneMore = account.list(MessageFilter.of(query), after, size + 1);
    var shown = oneMore.subList(0, Math.min(size, oneMore.size()));
    var messages = new JsonArray();
    shown.forEach(message -> messages.add(MessageResource.of(message, accountSid)));
    var next =
        oneMore.size() > size ? uri(query, size, page + 1, TOKEN + shown.getLast().sid()) : null;
    return new JsonObject()
        .put("messages", messages)
        .put("page", page)
        .put("page_size", size)
        .put("start", page * size)
        .put("end", page * size + Math.max(0, shown.size() - 1))
        .put("first_page_uri", uri(query, size, 0, ""))
        .put("previous_page_uri", null)
        .put("next_page_uri", next)
        .put("uri", uri(query, size, page, query.first("PageToken").orElse("")));
  }

  private String uri(Form query, int size, int page, String token) {
    var form =
        query
            .without("PageToken")
            .without("Page")
            .without("PageSize")
            .and("PageSize", Integer.toString(size))
            .and("Page", Integer.toString(page));
    return MessageResource.path(accountSid)
        + ".json?"
        + (token.isEmpty() ? form : form.and("PageToken", token)).encoded();
  }
}
