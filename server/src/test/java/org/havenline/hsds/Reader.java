package org.havenline.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Somebody who reads the published directory.
record Reader(URI url) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /// All pages.
  List<JsonObject> all(String list, String query) {
    var found = new ArrayList<JsonObject>();
    boolean more = true;
    for (int page = 1; more; page++) {
      var one = json("/hsds/%s?per_page=40&page=%d&%s".formatted(list, page, query));
      found.addAll(contents(one));
      more = !one.getBoolean("last_page");
    }
    return found;
  }

  List<JsonObject> contents(JsonObject page) {
    JsonArray contents = page.getJsonArray("contents");
    return contents.stream().map(JsonObject.class::cast).toList();
  }

  Set<String> ids(String list, String query) {
    return all(list, query).stream().map(one -> one.getString("id")).collect(Collectors.toSet());
  }

  List<String> names(String list, String query) {
    return all(list, query).stream().map(one -> one.getString("name")).toList();
  }

  JsonObject json(String path) {
    var answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  JsonObject post(String path, String type, String body) {
    var answer = sent(path, type, body);
    assertThat(answer.statusCode()).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  HttpResponse<String> get(String path) {
    return answer(HttpRequest.newBuilder(url.resolve(path)).build());
  }

  HttpResponse<String> sent(String path, String type, String body) {
    return answer(
        HttpRequest.newBuilder(url.resolve(path))
            .header("content-type", type)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> answer(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
