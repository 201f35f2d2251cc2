package org.havenline.console.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Optional;
import org.havenline.contact.ContactId;
import org.havenline.http.Request;

/// A request that is as the contract has it.
public record Call(Request request) {
  public JsonObject body() {
    return request.body().length == 0
        ? new JsonObject()
        : new JsonObject(Buffer.buffer(request.body()));
  }

  public String path(String name) {
    var value = request.pathParameters().get(name);
    if (value == null) {
      throw new IllegalStateException("no path parameter " + name);
    }
    return value;
  }

  public ContactId contact() {
    return new ContactId(path("contactId"));
  }

  /// A whole number of the query, as JSON may write it (`1e3`), or 0.
  public int number(String name) {
    return query(name).map(text -> new BigDecimal(text).intValueExact()).orElse(0);
  }

  public Optional<String> query(String name) {
    return request.parameter(name);
  }
}
