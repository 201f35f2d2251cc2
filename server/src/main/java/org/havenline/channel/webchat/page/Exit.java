package org.havenline.channel.webchat.page;

import java.net.URI;
import java.util.function.Consumer;
import org.havenline.http.Endpoint;
import org.havenline.http.FormBody;
import org.havenline.http.Request;
import org.havenline.http.Response;

/// `/leave`, for browsers without script: to the harmless page, and what this one may have left is
/// cleared.
///
/// Who goes with the token of her chat in a form ends it at once. The page with script only
/// announces that it ends, since nobody can open that one again; here the token stands in the
/// address of a frame, and Back would find it.
///
/// @param stop ends the chat of a token
public record Exit(URI to, Consumer<String> stop) implements Endpoint {
  @Override
  public Response answer(Request request) {
    if (request.method().equals("POST")) {
      FormBody.parse(request.body()).first("t").ifPresent(stop);
    }
    return Response.empty(303)
        .with("location", to.toString())
        .with("clear-site-data", "\"cache\", \"cookies\", \"storage\"");
  }
}
