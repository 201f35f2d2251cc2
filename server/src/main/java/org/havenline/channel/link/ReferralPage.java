package org.havenline.channel.link;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.havenline.http.Endpoint;
import org.havenline.http.FormBody;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.http.StillPage;
import org.havenline.redis.Allowance;
import org.havenline.redis.Redis;
import org.havenline.referral.consent.Told;
import org.havenline.referral.deeds.ServiceLink;
import org.havenline.referral.given.Outcome;
import org.havenline.referral.handover.ServiceDoor;
import org.havenline.referral.handover.ServiceDoor.Seen;

/// What a service sees by its private link: first a button and nothing else, so that what fetches
/// links by itself (scanners of mail, previews) learns nothing; behind it what she agreed to tell,
/// and three answers.
public final class ReferralPage implements Endpoint {
  private static final StillPage PAGE =
      new StillPage(
          "body{font:1.1rem/1.5 sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;"
              + "color:#222;background:#fff}dt{font-weight:bold}dd{margin:0 0 .8rem;"
              + "white-space:pre-wrap;overflow-wrap:anywhere}button{font:inherit;"
              + "padding:.5rem 1rem;margin:.3rem .3rem .3rem 0}textarea{font:inherit;width:100%;"
              + "box-sizing:border-box}");

  /// Longer words of a service are cut.
  private static final int MOST_LETTERS = 500;

  /// A link called without end is slowed; a token that opens nothing leaves nothing in the store.
  private static final Duration BETWEEN = Duration.ofSeconds(10);

  private static final int AT_ONCE = 30;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final Map<Told, String> NAMES =
      Map.of(
          Told.NAME, "Name",
          Told.PHONE, "Phone at which it is safe to call",
          Told.LANGUAGES, "Languages",
          Told.CHILDREN, "Children",
          Told.NEEDS, "Needs",
          Told.NOTE, "Note");

  private final ServiceDoor door;
  private final Allowance knocks;

  public ReferralPage(ServiceDoor door, Redis redis, InstantSource clock) {
    this.door = door;
    this.knocks = new Allowance(redis, "knocks", BETWEEN, AT_ONCE, clock);
  }

  @Override
  public Response answer(Request request) {
    var token = request.pathParameters().getOrDefault("token", "");
    var seen = door.look(token);
    if (seen.isEmpty()) {
      return gone();
    }
    if (knocks.take(prefix(seen.get().link()), whose(seen.get().link())).isPositive()) {
      return page(429, "<h1>Too often</h1><p>Please try again in a minute.</p>")
          .with("retry-after", "60");
    }
    if (!request.method().equals("POST")) {
      return page(
          200,
          "<h1>Request</h1><p>Someone needs a place. Open this only where nobody else can read"
              + " it.</p><form method=\"post\"><button name=\"do\" value=\"open\">Open</button>"
              + "</form>");
    }
    var form = FormBody.parse(request.body());
    return switch (form.first("do").orElse("")) {
      case "open" -> open(seen.get());
      case "accepted" -> answered(token, Outcome.Kind.ACCEPTED, form);
      case "declined" -> answered(token, Outcome.Kind.DECLINED, form);
      case "needs-more" -> answered(token, Outcome.Kind.NEEDS_MORE, form);
      default -> page(400, "<h1>Request</h1><p>Please go back and press a button.</p>");
    };
  }

  private static String prefix(ServiceLink link) {
    return "{" + link.line() + "}";
  }

  private static String whose(ServiceLink link) {
    return link.contact() + "|" + link.referral();
  }

  /// The same, whether it never was, has ended, or was taken back.
  private static Response gone() {
    return page(404, "<h1>Nothing here</h1><p>This page is not there, or not there any more.</p>");
  }

  private static Response open(Seen seen) {
    var told = new StringBuilder("<h1>Request</h1><p>For: ");
    told.append(StillPage.text(seen.service().name())).append("</p><dl>");
    var fields = seen.told().fields();
    for (var field : Told.values()) {
      Optional.ofNullable(fields.get(field))
          .ifPresent(value ->
              told.append("<dt>")
                  .append(NAMES.get(field))
                  .append("</dt><dd>")
                  .append(StillPage.text(value))
                  .append("</dd>"));
    }
    told.append("</dl>");
    if (fields.isEmpty()) {
      told.append("<p>Nothing more is told about the person yet.</p>");
    }
    seen.outcome()
        .filter(outcome -> outcome.by().equals(Outcome.SERVICE))
        .ifPresent(outcome ->
            told.append("<p>You have said: ")
                .append(words(outcome.kind()))
                .append(". You can still change it.</p>"));
    told.append("<form method=\"post\"><p><label>Words to us, if you like<br>")
        .append("<textarea name=\"reason\" rows=\"3\" maxlength=\"")
        .append(MOST_LETTERS)
        .append("\"></textarea></label></p>")
        .append("<button name=\"do\" value=\"accepted\">We can take this</button>")
        .append("<button name=\"do\" value=\"declined\">We cannot</button>")
        .append("<button name=\"do\" value=\"needs-more\">We need to know more</button></form>")
        .append("<p>This page ends on ")
        .append(TIME.format(seen.told().until()))
        .append(", or when the person wishes so.</p>");
    return page(200, told.toString());
  }

  private Response answered(String token, Outcome.Kind kind, FormBody form) {
    var reason = form.first("reason").orElse("").strip();
    var cut = reason.substring(0, Math.min(reason.length(), MOST_LETTERS));
    return door.answer(token, kind, cut)
        ? page(
            200,
            "<h1>Thank you</h1><p>You have said: "
                + words(kind)
                + ". Someone will get in touch with you.</p>")
        : gone();
  }

  private static Response page(int status, String body) {
    return PAGE.of(status, "en", "ltr", "Request", body);
  }

  private static String words(Outcome.Kind kind) {
    return switch (kind) {
      case ACCEPTED -> "you can take this";
      case DECLINED -> "you cannot";
      default -> "you need to know more";
    };
  }
}
