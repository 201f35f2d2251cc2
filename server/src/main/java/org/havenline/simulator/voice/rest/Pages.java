package org.havenline.simulator.voice.rest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.web.Reply;

/// One page of a list, with the relative address of the next.
final class Pages {
  private static final int USUAL = 50;
  private static final int MOST = 1_000;

  private Pages() {}

  /// @throws IllegalArgumentException when a number cannot be read
  static Reply of(String name, List<JsonObject> all, Asked asked) {
    var query = asked.query();
    int size = Math.clamp(query.first("PageSize").map(Integer::parseInt).orElse(USUAL), 1, MOST);
    int page = Math.max(0, query.first("Page").map(Integer::parseInt).orElse(0));
    int from = Math.min(page * size, all.size());
    int to = Math.min(from + size, all.size());
    return Reply.json(
        new JsonObject()
            .put(name, new JsonArray(all.subList(from, to)))
            .put("page", page)
            .put("page_size", size)
            .put("start", from)
            .put("end", Math.max(from, to - 1))
            .put("uri", uri(asked, size, page))
            .put("first_page_uri", uri(asked, size, 0))
            .put("previous_page_uri", page > 0 ? uri(asked, size, page - 1) : null)
            .put("next_page_uri", to < all.size() ? uri(asked, size, page + 1) : null));
  }

  private static String uri(Asked asked, int size, int page) {
    Form form =
        asked
            .query()
            .without("Page")
            .without("PageSize")
            .without("PageToken")
            .and("PageSize", Integer.toString(size))
            .and("Page", Integer.toString(page));
    return asked.path() + "?" + form.encoded();
  }
}
