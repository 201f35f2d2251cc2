package org.havenline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.havenline.http.FormBody;
import org.havenline.http.Request;
import org.junit.jupiter.api.Test;

class TwilioSignatureTest {
  private static final long SEED = 20_261_124;
  private static final int MUTATED = 100_000;

  private final TwilioSignature signature = checking(RandomWebhooks.TOKEN);

  private static TwilioSignature checking(String... tokens) {
    return new TwilioSignature(new PublicUrl(RandomWebhooks.BASE), () -> List.of(tokens));
  }

  private static RandomWebhooks seeded() {
    System.out.println("seed " + SEED);
    return new RandomWebhooks(new SplittableRandom(SEED));
  }

  private static long acceptedOfMutated(Function<Request, Optional<FormBody>> gate) {
    var webhooks = seeded();
    return IntStream.range(0, MUTATED)
        .filter(_ -> gate.apply(webhooks.mutated()).isPresent())
        .count();
  }

  @Test
  void acceptsNoneOfAHundredThousandMutatedRequests() {
    assertThat(acceptedOfMutated(signature::open)).isZero();
  }

  @Test
  void refusesNoneOfTenThousandValidRequests() {
    var valid = seeded();

    assertThat(IntStream.range(0, 10_000).filter(_ -> signature.open(valid.valid()).isEmpty()))
        .isEmpty();
  }

  @Test
  void theCountNoticesACheckThatIsSwitchedOff() {
    assertThat(acceptedOfMutated(request -> Optional.of(FormBody.parse(request.body()))))
        .isEqualTo(MUTATED);
  }

  @Test
  void acceptsBothTokensDuringARotation() {
    var request = seeded().valid();

    assertThat(checking("new", RandomWebhooks.TOKEN).open(request)).isPresent();
    assertThat(checking(RandomWebhooks.TOKEN, "new").open(request)).isPresent();
    assertThat(checking("new").open(request)).isEmpty();
    assertThat(checking().open(request)).isEmpty();
  }

  @Test
  void aBodyThatNothingCoversIsRefused() {
    var url = "/twilio/messages";
    var signedWithoutBody = Signing.sign(RandomWebhooks.TOKEN, RandomWebhooks.BASE + url);
    var body = "{\"Body\":\"injected\"}".getBytes(UTF_8);

    assertThat(signature.open(Signing.request(url, body, List.of(signedWithoutBody)))).isEmpty();
  }

  @Test
  void aJsonBodyIsCoveredByItsHashOnly() {
    var body = "{}".getBytes(UTF_8);
    var url =
        "/twilio/messages?bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    var signed = List.of(Signing.sign(RandomWebhooks.TOKEN, RandomWebhooks.BASE + url));

    assertThat(signature.open(Signing.request(url, body, signed))).isPresent();
    assertThat(signature.open(Signing.request(url, "[]".getBytes(UTF_8), signed))).isEmpty();
  }
}
