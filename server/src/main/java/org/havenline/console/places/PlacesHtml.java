package org.havenline.console.places;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.havenline.http.Response;
import org.havenline.http.StillPage;
import org.havenline.referral.capacity.Unit;
import org.havenline.referral.capacity.record.LaidOver;
import org.havenline.referral.capacity.record.Limits;
import org.havenline.referral.hsds.Fields;
import org.havenline.translations.places.PlaceWords;

/// The page as HTML that a phone of fifteen years ago shows: no script, nothing fetched.
final class PlacesHtml {
  private static final StillPage PAGE =
      new StillPage(
          "body{font:1.1em/1.5 sans-serif;margin:1em auto;max-width:26em;padding:0 .8em;color:#222;"
              + "background:#fafaf7}h1{font-size:1.3em;font-weight:normal}"
              + "label{display:inline-block;min-width:8em}input{font:inherit;width:4em}"
              + "button{font:inherit;padding:.4em 1em}.note{border:1px solid #999;padding:.5em}"
              + ".small{font-size:.85em}");

  private static final Duration AS_MINUTES = Duration.ofHours(1);
  private static final Duration AS_HOURS = Duration.ofDays(2);

  private final PlaceWords words;
  private final Instant now;

  PlacesHtml(PlaceWords words, Instant now) {
    this.words = words;
    this.now = now;
  }

  String language() {
    return words.language();
  }

  static Response ended(PlaceWords words) {
    return whole(404, words, "<p>" + text(words, "ended") + "</p>");
  }

  /// @param all with a field for everything that can be counted
  /// @param note the key of a sentence above everything, or empty
  Response page(int status, ObjectNode service, Limits limits, boolean all, String note) {
    return whole(
        status,
        words,
        (note.isEmpty() ? "" : "<p class=\"note\">" + text(words, note) + "</p>\n")
            + now(service)
            + form(fields(limits, all))
            + "<form method=\"post\"><p><button name=\"full\" value=\"1\">"
            + text(words, "full")
            + "</button></p></form>\n"
            + (all
                ? ""
                : "<p><a href=\"?u=all&amp;l=%s\">%s</a></p>\n"
                    .formatted(language(), text(words, "other")))
            + languages());
  }

  private String now(ObjectNode service) {
    var said =
        Fields.objects(service, "capacities").stream()
            .filter(one -> LaidOver.updated(one).isPresent())
            .toList();
    var last =
        said.stream().flatMap(one -> LaidOver.updated(one).stream()).max(Comparator.naturalOrder());
    if (last.isEmpty()) {
      return "<p>" + text(words, "never") + "</p>\n";
    }
    var figures =
        said.stream()
            .filter(one -> LaidOver.updated(one).equals(last))
            .map(one ->
                "<li>"
                    + StillPage.text(
                        PageWords.unit(
                            words, Fields.text(one.path("unit"), "name").orElse("places")))
                    + ": <b>"
                    + Fields.whole(one, "available").orElse(0)
                    + "</b></li>")
            .collect(joining());
    return "<p>%s</p><ul>%s</ul><p class=\"small\">%s</p>\n"
        .formatted(
            text(words, "now"), figures, text(words, "said").replace("{age}", age(last.get())));
  }

  private String age(Instant said) {
    var format = RelativeDateTimeFormatter.getInstance(ULocale.forLanguageTag(language()));
    var age = Duration.between(said, now);
    if (age.toMinutes() < 1) {
      return StillPage.text(format.format(Direction.PLAIN, AbsoluteUnit.NOW));
    }
    return StillPage.text(
        age.compareTo(AS_MINUTES) < 0
            ? format.format((double) age.toMinutes(), Direction.LAST, RelativeUnit.MINUTES)
            : age.compareTo(AS_HOURS) < 0
                ? format.format((double) age.toHours(), Direction.LAST, RelativeUnit.HOURS)
                : format.format((double) age.toDays(), Direction.LAST, RelativeUnit.DAYS));
  }

  /// Those it was counted in last; at first people, of whom it takes any.
  private static List<Unit> fields(Limits limits, boolean all) {
    return Arrays.stream(Unit.values())
        .filter(unit ->
            all
                || (limits.units().isEmpty()
                    ? unit != Unit.BEDS && !limits.refuses(Set.of(unit))
                    : limits.units().contains(unit)))
        .toList();
  }

  private String form(List<Unit> units) {
    return "<form method=\"post\"><p>"
        + text(words, "ask")
        + "</p>\n"
        + units.stream().map(this::field).collect(joining())
        + "<p><button>"
        + text(words, "save")
        + "</button></p></form>\n";
  }

  private String field(Unit unit) {
    return "<p><label for=\"%1$s\">%2$s</label> <input id=\"%1$s\" name=\"%1$s\" inputmode=\"numeric\" maxlength=\"3\" autocomplete=\"off\"></p>\n"
        .formatted(unit.word(), StillPage.text(PageWords.unit(words, unit.word())));
  }

  private static String languages() {
    return PageWords.ALL.stream()
        .map(PlaceWords::language)
        .map(tag ->
            "<a href=\"?l=%1$s\" lang=\"%1$s\">%2$s</a>"
                .formatted(
                    tag,
                    StillPage.text(
                        ULocale.forLanguageTag(tag)
                            .getDisplayLanguage(ULocale.forLanguageTag(tag)))))
        .collect(joining(" · ", "<p class=\"small\">", "</p>\n"));
  }

  private static Response whole(int status, PlaceWords words, String body) {
    boolean right = ULocale.forLanguageTag(words.language()).isRightToLeft();
    return PAGE.of(
        status,
        words.language(),
        right ? "rtl" : "ltr",
        PageWords.text(words, "title"),
        "<h1>" + text(words, "title") + "</h1>\n" + body);
  }

  private static String text(PlaceWords words, String key) {
    return StillPage.text(PageWords.text(words, key));
  }
}
