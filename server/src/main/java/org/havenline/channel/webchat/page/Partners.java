package org.havenline.channel.webchat.page;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.List;
import org.havenline.http.Endpoint;
import org.havenline.http.LateEndpoint;
import org.havenline.http.LateEndpoint.Turn;
import org.havenline.http.Request;
import org.havenline.http.Response;

/// Sites that may carry the page in a frame.
///
/// @param origins as `https://partner.example`, without a path
public record Partners(List<URI> origins) {
  public static final Partners NONE = new Partners(List.of());

  public Partners {
    origins = List.copyOf(origins);
  }

  /// The last word of a policy: who may hold the page in a frame.
  ///
  /// @param others beside the partners; `'none'` when there is nobody
  public String ancestors(List<String> others) {
    var all =
        java.util.stream.Stream.concat(others.stream(), origins.stream().map(URI::toString))
            .collect(joining(" "));
    return "frame-ancestors " + (all.isEmpty() ? "'none'" : all);
  }

  /// Lets the page read the answers when it stands in a sandboxed frame, whose origin is `null` to
  /// browsers. Nothing is given away by this: a request counts by the token in its body alone, and
  /// no browser adds anything to it.
  public Endpoint heard(Endpoint endpoint) {
    return request -> {
      var answer = endpoint.answer(request);
      return isFramed(request) ? readable(answer) : answer;
    };
  }

  /// The same for an answer that comes later.
  public LateEndpoint heardLater(LateEndpoint endpoint) {
    return request -> {
      var turn = endpoint.begin(request);
      return isFramed(request) ? readable(turn) : turn;
    };
  }

  private static Turn readable(Turn turn) {
    return later -> turn.take(next -> later.accept(readable(next))).map(Partners::readable);
  }

  private boolean isFramed(Request request) {
    return !origins.isEmpty() && request.header("origin").filter("null"::equals).isPresent();
  }

  private static Response readable(Response answer) {
    return answer
        .with("access-control-allow-origin", "null")
        .with("access-control-expose-headers", "retry-after");
  }
}
