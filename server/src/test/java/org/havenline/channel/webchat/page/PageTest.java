package org.havenline.channel.webchat.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.havenline.translations.locale.LocaleChoice.Offered;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final int MOST_BYTES = 12 * 1024;

  /// Words of the language that a browser of 2016 stumbles over, and ways to keep something.
  private static final Pattern TOO_NEW =
      Pattern.compile(
          "=>|`|\\b(let|const|class|async|await|fetch|Promise|URLSearchParams|import)\\b[ (]"
              + "|\\.(includes|startsWith|endsWith|padStart|forEach\\(\\(|closest|remove|append|prepend|replaceAll|at)\\(");

  private static final Pattern KEEPS =
      Pattern.compile(
          "localStorage|sessionStorage|indexedDB|cookie|serviceWorker|caches\\.|pushState");

  private final Page page = PageWords.page(URI.create("https://weather.example/?a=1&b=2"));

  private String html(String locale, boolean young) {
    return new String(page.of(locale, young, false).body(), UTF_8);
  }

  @Test
  void theWholePageFitsIntoAFewPacketsInEveryLanguage() {
    var sizes =
        PageWords.TONGUES.stream()
            .collect(
                Collectors.toMap(
                    one -> page.of(one.locale(), true, true).body().length,
                    Offered::locale,
                    (a, b) -> a,
                    TreeMap::new));
    System.out.println("compressed, " + PageWords.TONGUES.size() + " languages: " + sizes);
    assertThat(sizes.lastKey()).isLessThan(MOST_BYTES);
  }

  @Test
  void itIsTheSameCompressedOrNot() {
    assertThat(Gzip.unpack(page.of("en", false, true).body()))
        .isEqualTo(page.of("en", false, false).body());
    assertThat(page.of("en", false, true).headers()).containsEntry("content-encoding", "gzip");
  }

  @Test
  void itsPolicyNamesEachStyleAndScriptInItAndNoOther() throws Exception {
    var policy = page.of("en", false, false).headers().getOrDefault("content-security-policy", "");
    var named =
        Pattern.compile("'sha256-[^']+'")
            .matcher(policy)
            .results()
            .map(one -> one.group())
            .toList();
    var inside =
        Pattern.compile("<(?:style|script)>(.*?)</(?:style|script)>", Pattern.DOTALL)
            .matcher(html("ar-XB", true))
            .results()
            .map(one -> hash(one.group(1)))
            .toList();
    assertThat(named).hasSize(4).containsExactlyInAnyOrderElementsOf(inside);
    assertThat(policy).doesNotContain("unsafe", "*", "http");
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void itsScriptsAreForOldBrowsersAndKeepNothing() {
    var script = html("en", false);
    assertThat(TOO_NEW.matcher(script).results().map(one -> one.group())).isEmpty();
    assertThat(KEEPS.matcher(script).results().map(one -> one.group())).isEmpty();
    // and would be found
    for (var wrong : List.of("const a = 1", "x => x", "`a`", "fetch('/')", "a.includes(b)")) {
      assertThat(TOO_NEW.matcher(wrong).find()).as(wrong).isTrue();
    }
    assertThat(KEEPS.matcher("localStorage.x = 1").find()).isTrue();
  }

  @Test
  void itsStyleKnowsNeitherLeftNorRightNorWhatOldBrowsersLack() {
    assertThat(Source.of(Page.class, "chat.css").text())
        .doesNotContainPattern("\\b(left|right|gap)\\b\\s*[:;]")
        .doesNotContainPattern("(margin|padding|border)-(left|right)")
        .doesNotContain("@import", "url(");
  }

  @Test
  void minorsAreToldTheLimitsBeforeTheyCanStart() {
    var young = html("en", true);
    assertThat(young).contains("data-young=\"1\"", "I am 18 or older");
    assertThat(young.indexOf("we may have to tell another grown-up"))
        .isPositive()
        .isLessThan(young.indexOf("id=\"start\""));
    assertThat(html("en", false)).doesNotContain("grown-up").contains("I am under 18");
  }

  @Test
  void noTextCanBecomeMarkup() {
    var hostile =
        new Page(
            (_, _, _) -> "</script><b>\"'&", PageWords.TONGUES, URI.create("x:y"), Partners.NONE);
    var html = new String(hostile.of("en", true, false).body(), UTF_8);
    assertThat(html).doesNotContain("<b>\"").contains("&lt;b&gt;&quot;&#39;&amp;");
    assertThat(html.split("</script>", -1)).hasSize(4);
  }

  @Test
  void everyHoleIsFilledAndEveryLanguageLinkedInItsOwnName() {
    assertThat(html("ar-XB", false))
        .doesNotContain("{{", "}}}")
        .contains("<html lang=\"ar-XB\" dir=\"rtl\"")
        .contains("lang=\"en\" dir=\"ltr\">English</a>");
  }

  @Test
  void aLanguageThatIsNotThereIsAnsweredInEnglish() {
    assertThat(html("xx", false)).isEqualTo(html("en", false));
  }

  @Test
  void placesAreToldSmallAndCompletely() {
    var places =
        Places.of(count -> PageWords.TEXTS.text("chatPlace", "en", Map.of("count", count)));
    assertThat(places.texts())
        .containsExactly("You are next.", "One person is before you.", "# people are before you.");
    assertThat(places.which()).hasSize(Places.UNTIL).startsWith("0122").endsWith("22");
    var numbers = NumberFormat.getInstance(ULocale.forLanguageTag("bn"));
    var bengali = Places.of(count -> numbers.format(count) + " জন");
    assertThat(bengali.texts()).containsExactly("# জন");
    assertThat(bengali.digits()).isEqualTo("০১২৩৪৫৬৭৮৯");
  }
}
