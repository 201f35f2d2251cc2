package org.havenline.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;

/// One thing that was done. Holds no content, no number, no token.
///
/// @param n counts from 1 without gaps
/// @param deed in one word: `published`
/// @param object what it was done to: `version 12`
/// @param reason as the author wrote it
/// @param seal over all of this and the entry before
public record AuditEntry(
    long n, Instant at, Author author, String deed, String object, String reason, String seal) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Before the first.
  public static final AuditEntry NONE =
      new AuditEntry(0, Instant.EPOCH, new Author(""), "", "", "", "");

  /// As it is kept.
  public String json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("n", n)
        .put("at", at.toEpochMilli())
        .put("author", author.name())
        .put("deed", deed)
        .put("object", object)
        .put("reason", reason)
        .put("seal", seal)
        .toString();
  }

  /// Something else that somebody wrote there becomes an entry without a seal: it breaks the chain.
  public static AuditEntry parse(String json) {
    try {
      JsonNode kept = JSON.readTree(json);
      return new AuditEntry(
          kept.path("n").asLong(),
          Instant.ofEpochMilli(kept.path("at").asLong()),
          new Author(kept.path("author").asText()),
          kept.path("deed").asText(),
          kept.path("object").asText(),
          kept.path("reason").asText(),
          kept.path("seal").asText());
    } catch (JsonProcessingException e) {
      return NONE;
    }
  }
}
