package org.havenline.translations.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A banned word is found however a language writes its words.
class BannedWordsTest {
  private static final BannedWords BANNED =
      new BannedWords(
          Map.ofEntries(
              Map.entry("en", "police\nhotline"),
              Map.entry("uk", "поліц"),
              Map.entry("de", "*hilf"),
              Map.entry("th", "# two lines\n\n*ตำรวจ\nช่วยเหลือ"),
              Map.entry("km", "ប៉ូលិស"),
              Map.entry("my", "ရဲ"),
              Map.entry("lo", "ຕຳຫຼວດ"),
              Map.entry("zh", "警察"),
              Map.entry("ja", "警察\nシェルター"),
              Map.entry("fa", "پلیس\nپناه‌جو"),
              Map.entry("ar", "*شرطة"),
              Map.entry("tr", "sığın\npolis"),
              Map.entry("si", "ආරක්‍ෂ"),
              Map.entry("yo", "ọlọ́pàá")));

  @ParameterizedTest
  @CsvSource({
    "uk, Ми з ПОЛІЦІЇ.",
    "uk, «поліція»",
    "de, Nothilfe",
    "en, the police-station",
    "uk, Це hotline",
    // no spaces: nobody can tell where a word begins
    "th, เราไม่ใช่ตำรวจนะ",
    "th, เราช่วยเหลือคุณ",
    "km, យើង​មិន​មែន​ជា​ប៉ូលិស​ទេ",
    "km, យើងមិនមែនជាប៉ូលិសទេ",
    "km, ប៉ូ​លិស",
    "my, ကျွန်တော်တို့ရဲမဟုတ်",
    "lo, ພວກເຮົາບໍ່ແມ່ນຕຳຫຼວດ",
    "lo, ພວກເຮົາບໍ່ແມ່ນຕໍາຫຼວດ",
    "zh-Hans, 我们不是警察。",
    "zh-Hant, 我們不是警 察。",
    "zh-TW, 我們不是警察",
    "ja, こちらは警察ではありません",
    "ja, ｼｪﾙﾀｰです",
    // joiners, vowels and tones that some write and some do not
    "fa, ما پلیس نیستیم",
    "fa, پناهجو",
    "fa, پناه‌جویان",
    "prs, پلیس",
    "fa, پليس",
    "ar, الشُّرْطَة",
    "ar, والشرطـة",
    "tr, SIĞINMA",
    "tr, POLİS",
    "si, ආරක්ෂාව",
    "yo, olópàá ọlọpaa",
    "yo, Ọlọ́pàá"
  })
  void bannedWordIsFound(String locale, String text) {
    assertThat(BANNED.in(text, locale)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "uk, Ми тут.",
    "uk, наполіц",
    "es, поліція",
    "th, เรามาแล้ว",
    "zh-Hans, 我们在这里",
    "tr, Sen buradasın",
    "yo, O lè kọ̀wé",
    "not a tag, nothing"
  })
  void otherWordsAreNot(String locale, String text) {
    assertThat(BANNED.in(text, locale)).isEmpty();
  }

  @Test
  void itIsNamedAsItsListHasIt() {
    assertThat(BANNED.in("เราไม่ใช่ตำรวจนะ", "th")).contains("*ตำรวจ");
    assertThat(BANNED.in("POLİS", "tr")).contains("polis");
    assertThat(BANNED.covers("zh-Hant")).isTrue();
    assertThat(BANNED.covers("ko")).isFalse();
  }
}
