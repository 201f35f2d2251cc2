package org.havenline.referral.imports.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.Optional;

/// One value of a stream, if it is no larger than a record may be; else the stream goes on behind
/// it.
final class BoundedTree {
  private static final int MOST_TOKENS = 200_000;

  private BoundedTree() {}

  static Optional<JsonNode> read(JsonParser parser, ObjectMapper json) throws IOException {
    try (var buffer = new TokenBuffer(parser)) {
      int depth = 0;
      int tokens = 0;
      long size = 0;
      while (true) {
        var token = parser.currentToken();
        boolean fits = ++tokens <= MOST_TOKENS && size <= Limits.RECORD;
        if (fits) {
          buffer.copyCurrentEvent(parser);
          size += token.isScalarValue() ? parser.getText().length() : 1;
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 0 && token != JsonToken.FIELD_NAME) {
          return fits ? Optional.of(json.readTree(buffer.asParser())) : Optional.empty();
        }
        if (parser.nextToken() == null) {
          return Optional.empty();
        }
      }
    }
  }
}
