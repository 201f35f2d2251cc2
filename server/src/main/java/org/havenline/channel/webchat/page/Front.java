package org.havenline.channel.webchat.page;

import org.havenline.http.Endpoint;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.translations.locale.LocaleChoice;

/// `/`: the page, in her language. `?l=` is the one she chose, `?y=1` the page for minors.
public final class Front implements Endpoint {
  private final Page page;
  private final LocaleChoice choice;

  public Front(Page page, LocaleChoice choice) {
    this.page = page;
    this.choice = choice;
  }

  @Override
  public Response answer(Request request) {
    var locale =
        choice.of(request.header("accept-language").orElse(""), request.parameter("l").orElse(""));
    boolean gzip = request.header("accept-encoding").orElse("").contains("gzip");
    return page.of(locale, request.parameter("y").isPresent(), gzip);
  }
}
