package org.havenline.hsds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.havenline.http.Endpoint;
import org.havenline.http.Problems;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.http.porch.BlockingRoutes;
import org.havenline.referral.published.Asked;
import org.havenline.referral.published.Page;
import org.havenline.referral.published.Published;

/// `/hsds`, for anybody: read only, GET and the POST twins of its lists. It has few places of its
/// own, so that a flood here takes none from those who work.
public final class HsdsApi implements AutoCloseable {
  static final String VERSION = "3.1";
  static final String PROFILE = "https://docs.openreferral.org/en/3.1/hsds/";
  static final String OPENAPI =
      "https://raw.githubusercontent.com/openreferral/specification/3.1/schema/openapi.json";

  /// Answers being made at once; more are told to come again.
  private static final int AT_ONCE = 4;

  private static final int BODY_BYTES = 8 * 1024;

  private final Published published;
  private final BlockingRoutes routes;

  /// @param random for the ids of unexpected errors
  public HsdsApi(Vertx vertx, Published published, RandomGenerator random) {
    this.published = published;
    this.routes = new BlockingRoutes(vertx, AT_ONCE, random);
  }

  public void mount(Router router) {
    add(router, false, "/hsds", _ -> about());
    add(router, false, "/hsds/", _ -> about());
    list(router, "/hsds/services", published::services);
    list(router, "/hsds/organizations", published::organizations);
    list(router, "/hsds/service_at_locations", published::servicesAtLocations);
    list(router, "/hsds/taxonomies", published::taxonomies);
    list(router, "/hsds/taxonomy_terms", published::terms);
    one(router, "/hsds/services/:id", (id, _) -> published.service(id));
    one(router, "/hsds/organizations/:id", published::organization);
    one(router, "/hsds/service_at_locations/:id", (id, _) -> published.serviceAtLocation(id));
    one(router, "/hsds/taxonomies/:id", (id, _) -> published.taxonomy(id));
    one(router, "/hsds/taxonomy_terms/:id", (id, _) -> published.term(id));
  }

  private static Response about() {
    return json(
        JsonNodeFactory.instance
            .objectNode()
            .put("version", VERSION)
            .put("profile", PROFILE)
            .put("openapi_url", OPENAPI));
  }

  private void list(Router router, String path, Function<Asked, Page> of) {
    add(
        router,
        true,
        path,
        request -> {
          var asked = Parameters.of(request);
          var page = of.apply(asked);
          return asked.lines()
              ? Response.of(200, "application/x-ndjson", page.lines())
              : json(page.json());
        });
  }

  private void one(
      Router router,
      String path,
      BiFunction<String, Asked, ? extends Optional<? extends JsonNode>> of) {
    add(
        router,
        false,
        path,
        request ->
            of.apply(request.pathParameters().getOrDefault("id", ""), Parameters.of(request))
                .<Response>map(HsdsApi::json)
                .orElseGet(Problems::notFound));
  }

  private void add(Router router, boolean posted, String path, Endpoint endpoint) {
    var handler = routes.bounded(request -> checked(endpoint, request), BODY_BYTES);
    router.get(path).setName(path).handler(handler);
    if (posted) {
      router.post(path).setName(path).handler(handler);
    }
  }

  private static Response checked(Endpoint endpoint, Request request) {
    try {
      return endpoint.answer(request);
    } catch (IllegalArgumentException e) {
      return Problems.badRequest(e.getMessage() + ".");
    }
  }

  private static Response json(JsonNode document) {
    return Response.of(200, "application/json", document.toString());
  }

  /// Waits for the answers in hand.
  @Override
  public void close() {
    routes.close();
  }
}
