package org.havenline.console.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatableRequest;
import java.util.HashMap;
import java.util.Map;
import org.havenline.http.Request;
import org.jspecify.annotations.Nullable;

/// One request as the contract's validator wants to see it.
record Asked(
    Map<String, RequestParameter> getCookies,
    Map<String, RequestParameter> getHeaders,
    Map<String, RequestParameter> getPathParameters,
    Map<String, RequestParameter> getQuery,
    RequestParameter getBody,
    @Nullable String getContentType)
    implements ValidatableRequest {

  /// A value that may be missing.
  record Value(@Nullable Object get) implements RequestParameter {}

  static Asked of(Request request) {
    var path = new HashMap<String, RequestParameter>();
    request.pathParameters().forEach((name, value) -> path.put(name, new Value(value)));
    var query = new HashMap<String, RequestParameter>();
    request.query().forEach((name, values) -> query.put(name, new Value(values.getFirst())));
    var body = request.body().length == 0 ? null : Buffer.buffer(request.body());
    return new Asked(
        Map.of(),
        Map.of(),
        path,
        query,
        new Value(body),
        request.header("content-type").orElse(null));
  }
}
