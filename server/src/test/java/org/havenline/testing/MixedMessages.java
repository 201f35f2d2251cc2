package org.havenline.testing;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Messages as they may come to a hotline, in sixteen languages, made from templates of our own:
/// calm and urgent, some without accents, some misspelt, some of a word or two.
public final class MixedMessages {
  private MixedMessages() {}

  /// @param language it was written in, BCP 47
  public record One(String language, String text) {}

  private record Templates(String language, List<String> texts, List<String> ends) {}

  private static final List<Templates> ALL =
      List.of(
          of(
              "en",
              "hello|i need help please|my boss keeps my passport and i can not leave"
                  + "|they will kill me if i go|can i ask about your opening hours",
              "|now|today|thank you"),
          of(
              "es",
              "hola|necesito ayuda por favor|mi jefe tiene mi pasaporte y no puedo salir"
                  + "|me van a matar si me voy|quiero preguntar por el horario",
              "|ahora|hoy|gracias"),
          of(
              "fr",
              "bonjour|j'ai besoin d'aide|mon patron garde mon passeport et je ne peux pas sortir"
                  + "|il va me tuer si je pars|je voudrais connaître vos horaires",
              "|maintenant|aujourd'hui|merci"),
          of(
              "ar",
              "مرحبا|أحتاج مساعدة من فضلك|صاحب العمل أخذ جواز سفري ولا أستطيع الخروج"
                  + "|سيقتلني إذا خرجت|أريد أن أسأل عن أوقات العمل",
              "|الآن|اليوم|شكرا"),
          of(
              "uk",
              "добрий день|мені потрібна допомога|мій начальник забрав паспорт і не випускає мене"
                  + "|він мене вб'є якщо я піду|хочу запитати про години роботи",
              "|зараз|сьогодні|дякую"),
          of(
              "ru",
              "здравствуйте|мне нужна помощь|хозяин забрал мой паспорт и не выпускает меня"
                  + "|он меня убьёт если я уйду|хочу узнать часы работы",
              "|сейчас|сегодня|спасибо"),
          of(
              "pt",
              "olá|preciso de ajuda por favor|meu patrão ficou com o meu passaporte e não posso"
                  + " sair|ele vai me matar se eu sair|gostaria de saber o horário",
              "|agora|hoje|obrigada"),
          of(
              "ro",
              "bună ziua|am nevoie de ajutor|șeful mi-a luat pașaportul și nu pot pleca"
                  + "|mă omoară dacă plec|aș vrea să știu programul",
              "|acum|azi|mulțumesc"),
          of(
              "pl",
              "dzień dobry|potrzebuję pomocy|szef zabrał mi paszport i nie mogę wyjść"
                  + "|on mnie zabije jeśli odejdę|chciałabym zapytać o godziny otwarcia",
              "|teraz|dzisiaj|dziękuję"),
          of(
              "tr",
              "merhaba|yardıma ihtiyacım var|patronum pasaportumu aldı dışarı çıkamıyorum"
                  + "|gidersem beni öldürecek|çalışma saatlerini sormak istiyorum",
              "|şimdi|bugün|teşekkürler"),
          of(
              "vi",
              "xin chào|tôi cần giúp đỡ|chủ giữ hộ chiếu của tôi và tôi không được ra ngoài"
                  + "|họ sẽ giết tôi nếu tôi bỏ đi|tôi muốn hỏi giờ làm việc",
              "|bây giờ|hôm nay|cảm ơn"),
          of(
              "tl",
              "kumusta po|kailangan ko ng tulong|kinuha ng amo ko ang pasaporte ko at hindi ako"
                  + " makalabas|papatayin niya ako kapag umalis ako|gusto kong itanong ang oras"
                  + " ninyo",
              "|ngayon|mamaya|salamat"),
          of(
              "hi",
              "नमस्ते|मुझे मदद चाहिए|मालिक ने मेरा पासपोर्ट रख लिया है और मैं बाहर नहीं जा सकती"
                  + "|वह मुझे मार डालेगा|मुझे समय पूछना है",
              "|अभी|आज|धन्यवाद"),
          of(
              "th",
              "สวัสดี|ฉันต้องการความช่วยเหลือ|นายจ้างยึดหนังสือเดินทางของฉันและฉันออกไปไม่ได้"
                  + "|เขาจะฆ่าฉันถ้าฉันหนี|อยากถามเวลาทำการ",
              "|ตอนนี้|วันนี้|ขอบคุณ"),
          of(
              "am",
              "ሰላም|እርዳታ እፈልጋለሁ|አሠሪዬ ፓስፖርቴን ወሰደች መውጣት አልችልም" + "|ይገድለኛል|ስለ ሰዓቱ መጠየቅ እፈልጋለሁ",
              "|አሁን|ዛሬ|አመሰግናለሁ"),
          of(
              "sw",
              "habari|ninahitaji msaada|bosi wangu amechukua pasipoti yangu na siwezi kutoka"
                  + "|ataniua nikiondoka|nataka kuuliza saa za kazi",
              "|sasa|leo|asante"));

  private static Templates of(String language, String texts, String ends) {
    return new Templates(language, List.of(texts.split("\\|", -1)), List.of(ends.split("\\|", -1)));
  }

  public static List<One> of(RandomGenerator random, int count) {
    return IntStream.range(0, count).mapToObj(_ -> one(random)).toList();
  }

  private static One one(RandomGenerator random) {
    var templates = pick(ALL, random);
    var text = (pick(templates.texts(), random) + " " + pick(templates.ends(), random)).strip();
    return new One(
        templates.language(),
        switch (random.nextInt(4)) {
          case 0 -> bare(text);
          case 1 -> misspelt(text, random);
          case 2 -> text.toUpperCase(Locale.ROOT);
          default -> text;
        });
  }

  /// As on a phone without accents; other scripts lose no signs that way.
  private static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("(?<=[a-zA-Z])\\p{InCombiningDiacriticalMarks}+", "");
  }

  private static String misspelt(String text, RandomGenerator random) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + text.substring(at + 1);
  }

  private static <T> T pick(List<T> from, RandomGenerator random) {
    return from.get(random.nextInt(from.size()));
  }
}
