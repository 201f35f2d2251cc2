package org.havenline.translations.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.translations.Pseudo;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;
import org.havenline.translations.locale.LocaleChoice.Offered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In which of the shipped locales a page is shown.
class LocaleChoiceTest {
  private static final Texts SHIPPED = ((Reading.Sound) Texts.shipped()).texts();
  private static final LocaleChoice CHOICE = new LocaleChoice(SHIPPED.languages());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # as browsers send them
          es-GT,es;q=0.9,en;q=0.8                       | es
          es-419,es;q=0.9                               | es
          es-US,es-419;q=0.9,es;q=0.8,en;q=0.7          | es
          en-US,en;q=0.9,es;q=0.8                       | en
          en-GB                                         | en
          fr-CA,fr;q=0.8                                | fr
          pt-PT,pt;q=0.9,en;q=0.8                       | pt-PT
          pt-BR,pt;q=0.9                                | pt-BR
          pt                                            | pt-BR
          pt-AO                                         | pt-PT
          pt-MZ,pt;q=0.9                                | pt-PT
          ar-SY,ar;q=0.9                                | ar
          uk-UA,uk;q=0.9,ru;q=0.8,en;q=0.7              | uk
          tr-TR                                         | tr
          vi-VN,vi;q=0.9                                | vi
          # languages whose neighbours a matcher by distance would give
          prs                                           | prs
          prs-AF,fa;q=0.8                               | prs
          fa-AF                                         | prs
          fa-IR,fa;q=0.9                                | fa
          haz                                           | prs
          ckb                                           | ckb
          ckb-IQ,ar;q=0.5                               | ckb
          kmr                                           | kmr
          kmr-TR,tr;q=0.5                               | kmr
          ku                                            | kmr
          ku-TR,tr;q=0.9                                | kmr
          ku-IQ                                         | ckb
          ku-Arab                                       | ckb
          ps-AF                                         | ps
          pbu                                           | ps
          ur-PK,ur;q=0.9,en;q=0.8                       | ur
          pa-IN                                         | pa
          pa-PK                                         | ur
          pa-Arab-PK                                    | ur
          pnb                                           | ur
          # two scripts of one language
          zh                                            | zh-Hans
          zh-CN,zh;q=0.9,en;q=0.8                       | zh-Hans
          zh-SG                                         | zh-Hans
          zh-HK                                         | zh-Hant
          zh-TW,zh;q=0.9,en-US;q=0.8                    | zh-Hant
          zh-MO                                         | zh-Hant
          zh-Hant-HK                                    | zh-Hant
          zh-Hans-HK                                    | zh-Hans
          zh-Hant                                       | zh-Hant
          yue                                           | zh-Hant
          cmn-Hans-CN                                   | zh-Hans
          sr                                            | sr
          sr-RS                                         | sr
          sr-Latn                                       | sr-Latn
          sr-Latn-RS,sr;q=0.9                           | sr-Latn
          sr-Cyrl-BA                                    | sr
          sr-ME                                         | sr-Latn
          sh                                            | sr-Latn
          bs-BA,bs;q=0.9                                | sr-Latn
          hr-HR,hr;q=0.9,en;q=0.8                       | sr-Latn
          hi-Latn,en;q=0.5                              | en
          ur-Latn                                       | en
          uk-Latn                                       | en
          # old and other names
          tl                                            | tl
          fil                                           | tl
          fil-PH,en-US;q=0.9                            | tl
          ceb-PH                                        | tl
          in                                            | id
          in-ID                                         | id
          id-ID,id;q=0.9                                | id
          jv,en;q=0.5                                   | id
          mo                                            | ro
          ro-MD                                         | ro
          als                                           | sq
          swh                                           | sw
          sw-KE,sw;q=0.9                                | sw
          hat                                           | ht
          ary,fr;q=0.9                                  | ar
          be-BY,be;q=0.9,ru;q=0.8                       | ru
          # languages there is nothing for: the next that she reads, then English
          iw                                            | en
          he-IL                                         | en
          iw,ru;q=0.5                                   | ru
          no                                            | en
          nb-NO,nb;q=0.9,no;q=0.8                       | en
          nn,de;q=0.3                                   | de
          ka-GE,ru;q=0.8,en;q=0.7                       | ru
          mn-MN                                         | en
          wo,fr-SN;q=0.9                                | fr
          tlh                                           | en
          # weights
          de;q=0.1,fr;q=0.9                             | fr
          de;q=0.5,fr;q=0.5                             | de
          en;q=0.1,so                                   | so
          so;q=0.001,*;q=0.5                            | so
          es;q=0,fr                                     | fr
          es;q=0                                        | en
          pt-BR;q=0,pt                                  | pt-PT
          *                                             | en
          fr ; q = 0.3 , am;Q=0.4                       | am
          FR-fr                                         | fr
          zh_hant_tw                                    | zh-Hant
          # broken ones
          ''                                            | en
          ,,;,                                          | en
          q=1                                           | en
          fr;q=high                                     | fr
          fr;q=high,ar;q=0.2                            | ar
          fr;q=5,ar;q=0.2                               | ar
          fr;q=-1                                       | fr
          fr;q=NaN,ar;q=0.1                             | ar
          ti;q=0.8;level=1                              | ti
          <script>,my                                   | my
          ../../etc,km                                  | km
          """)
  void everybodyGetsALanguageSheReads(String header, String locale) {
    assertThat(CHOICE.of(header, "")).isEqualTo(locale);
  }

  @ParameterizedTest
  @CsvSource({
    "uk, ar, uk",
    "fil, ar, tl",
    "PRS, en, prs",
    "zh-TW, en, zh-Hant",
    "en, uk, en",
    "tlh, uk, uk",
    "'', uk, uk",
    "../en, uk, uk",
    "'<b>', uk, uk"
  })
  void whatSheChoseGoesFirst(String chosen, String header, String locale) {
    assertThat(CHOICE.of(header, chosen)).isEqualTo(locale);
    assertThat(CHOICE.of(header, chosen + "x".repeat(10_000))).isNotEmpty();
  }

  @Test
  void longHeaderIsReadInPartAndNeverATagCutInTwo() {
    assertThat(CHOICE.of("xx,".repeat(1_000_000) + "fr", "")).isEqualTo("en");
    assertThat(CHOICE.of("x".repeat(10_000_000), "")).isEqualTo("en");
    assertThat(AcceptLanguage.of("xx,".repeat(30) + "fr").wanted()).endsWith("fr");
    var cut = "a".repeat(995) + ",fr-CA";
    assertThat(CHOICE.of(cut, "")).as("1,001 characters").isEqualTo("en");
    assertThat(AcceptLanguage.of("xx,".repeat(100)).wanted()).hasSize(40);
  }

  @Test
  void anyHeaderGivesALocaleThatIsThere() {
    long seed = System.nanoTime();
    System.out.println("locale choice, seed " + seed);
    var random = new Random(seed);
    var signs = "aefhknrstuzALN-_;,q=01.9* \\t\\u0000<\\u0627\\uD83D".toCharArray();
    for (int i = 0; i < 20_000; i++) {
      var header = new StringBuilder();
      int length = random.nextInt(40);
      for (int j = 0; j < length; j++) {
        header.append(signs[random.nextInt(signs.length)]);
      }
      assertThat(SHIPPED.languages())
          .contains(CHOICE.of(header.toString(), header.reverse().toString()));
    }
  }

  @Test
  void withoutAFileOfHerOwnSheGetsOneThatSheReadsOrEnglish() {
    var few = new LocaleChoice(Set.of("en", "fa", "ar", "zh-Hans", "sr", "pt-BR"));
    assertThat(few.of("prs", "")).isEqualTo("fa");
    assertThat(few.of("ckb", "")).as("never Arabic").isEqualTo("en");
    assertThat(few.of("zh-TW", "")).as("never the other script").isEqualTo("en");
    assertThat(few.of("sr-Latn", "")).isEqualTo("en");
    assertThat(few.of("pt-PT", "")).isEqualTo("pt-BR");
    assertThat(new LocaleChoice(Set.of("en", "he", "nb")).of("iw-IL,no;q=0.5", "")).isEqualTo("he");
    assertThat(new LocaleChoice(Set.of("en", "he", "nb")).of("no,iw;q=0.5", "")).isEqualTo("nb");
    assertThat(new LocaleChoice(Set.of("en", "es", "es-419")).of("es-GT", "")).isEqualTo("es-419");
  }

  @Test
  void pseudoLocalesAreChosenLikeOthers() {
    var choice = new LocaleChoice(Pseudo.beside(SHIPPED).languages());
    assertThat(choice.of("en-XA", "")).isEqualTo(Pseudo.ACCENTED);
    assertThat(choice.of("de", "ar-XB")).isEqualTo(Pseudo.MIRRORED);
    assertThat(choice.of("ar-EG", "")).isEqualTo("ar");
  }

  @Test
  void everyLocaleIsOfferedByItsOwnNameOnce() {
    var all = CHOICE.all();
    System.out.println("offered: " + all.stream().map(Offered::name).toList());
    assertThat(all)
        .extracting(Offered::locale)
        .containsExactlyInAnyOrderElementsOf(SHIPPED.languages());
    assertThat(all).extracting(Offered::name).doesNotHaveDuplicates();
    assertThat(all).allSatisfy(one -> assertThat(one.name()).isNotEqualTo(one.locale()));
    assertThat(all.stream().filter(Offered::rightToLeft).map(Offered::locale))
        .containsExactlyInAnyOrder("ar", "ckb", "fa", "prs", "ps", "ur");
    assertThat(all.getFirst().direction()).isEqualTo("ltr");
  }

  @Test
  void namesAreTheirOwnAndOfOneScriptTogether() {
    var names = CHOICE.all().stream().collect(Collectors.toMap(Offered::locale, Offered::name));
    assertThat(names)
        .containsEntry("ht", "Kreyòl")
        .containsEntry("prs", "دری")
        .containsEntry("zh-Hant", "繁體中文")
        .containsEntry("sr", "Српски")
        .containsEntry("sr-Latn", "Srpski")
        .containsEntry("pt-BR", "Português (Brasil)")
        .containsEntry("es", "Español");
    assertThat(List.of("Español", "Türkçe", "Русский", "العربية", "हिन्दी", "ไทย", "日本語"))
        .isSubsetOf(names.values());
    var order = CHOICE.all().stream().map(Offered::name).toList();
    assertThat(order.indexOf("Yorùbá") < 0 ? order.indexOf("Türkçe") : order.indexOf("Yorùbá"))
        .isLessThan(order.indexOf("Русский"));
  }
}
