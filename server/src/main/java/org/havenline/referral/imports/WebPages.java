package org.havenline.referral.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.imports.files.Limits;
import org.havenline.referral.imports.report.Ledger;
import org.havenline.referral.imports.report.Origin;

/// An address whose answer is JSON or CSV, and the pages behind it: HSDS's page numbers, or a
/// `next` of the same host.
final class WebPages {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Source.Web web;
  private long left = Limits.FETCHED;

  WebPages(Source.Web web) {
    this.web = web;
  }

  /// @throws UnreadableSource when the first page cannot be had
  void gather(Gathering gathering, Ledger ledger) throws IOException {
    refuseUnsafe(web.address());
    try (var client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      var next = Optional.of(web.address());
      for (int page = 1; next.isPresent(); page++) {
        var address = next.get();
        try {
          next = following(page(client, address, page, gathering), address, page);
        } catch (IOException e) {
          if (page == 1) {
            throw e;
          }
          var origin = new Origin("page " + page, 0);
          ledger.read(origin.file());
          ledger.rejected(origin, "", "the page cannot be had; what follows is missing");
          ledger.brokenOff();
          return;
        }
      }
    }
  }

  private void refuseUnsafe(URI address) {
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(web.unencrypted() && scheme.equals("http"))) {
      throw new UnreadableSource(
          "Only https addresses are imported: on the way anybody could change a service."
              + " With --unencrypted, http is taken as well.");
    }
  }

  private ObjectNode page(HttpClient client, URI address, int page, Gathering gathering)
      throws IOException {
    try {
      var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        answer.body().close();
        throw new IOException("status " + answer.statusCode());
      }
      var type = answer.headers().firstValue("content-type").orElse("");
      try (var reader =
          new BufferedReader(new InputStreamReader(new Bounded(answer.body()), UTF_8))) {
        return gathering.file("page " + page + ending(type), reader);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String ending(String type) {
    return type.contains("csv") ? ".csv" : type.contains("ndjson") ? ".ndjson" : ".json";
  }

  private static Optional<URI> following(ObjectNode page, URI address, int number) {
    if (number >= Limits.PAGES) {
      return Optional.empty();
    }
    var next = Fields.text(page, "next").map(address::resolve);
    if (next.isPresent()) {
      return next.filter(one ->
          String.valueOf(one.getHost()).equals(address.getHost())
              && one.getScheme().equals(address.getScheme()));
    }
    boolean more =
        page.has("last_page")
            ? !page.path("last_page").asBoolean()
            : page.path("page_number").asInt() < page.path("total_pages").asInt();
    return more && page.path("page_number").asInt(0) > 0
        ? Optional.of(numbered(address, page.path("page_number").asInt() + 1))
        : Optional.empty();
  }

  private static URI numbered(URI address, int page) {
    var text = address.toString();
    return URI.create(
        text.matches(".*[?&]page=\\d+.*")
            ? text.replaceFirst("([?&]page=)\\d+", "$1" + page)
            : text + (text.contains("?") ? "&" : "?") + "page=" + page);
  }

  /// No more than an import may fetch.
  private final class Bounded extends FilterInputStream {
    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      spend(1);
      return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      spend(read);
      return read;
    }

    private void spend(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new IOException("larger than any directory");
      }
    }
  }
}
