package org.havenline.channel.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.referral.consent.Asked;
import org.havenline.referral.consent.Consent;
import org.havenline.referral.consent.Disclosure;
import org.havenline.referral.consent.Gate;
import org.havenline.referral.consent.How;
import org.havenline.referral.consent.Told;
import org.havenline.referral.consent.Why;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.handover.Mail.Result;
import org.havenline.testing.HandClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/// E-mail against a real SMTP server with a certificate of its own.
final class SmtpMailIT {
  private static final URI LINK = URI.create("https://line.example/r/0123456789abcdefghij");
  private static final String PASSWORD = "changeit";
  private static final HandClock CLOCK = HandClock.atNoon();

  private static SSLContext tls;

  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private @Nullable SMTPServer server;

  @BeforeAll
  static void certificate(@TempDir Path folder) throws Exception {
    var file = folder.resolve("keys.p12");
    var made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "smtp",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start()
            .waitFor();
    assertThat(made).isZero();
    var store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop();
    }
  }

  private SMTPServer.Builder listening(int refusal) {
    return SMTPServer.port(0)
        .messageHandler((_, _, _, data) -> {
          if (refusal > 0) {
            throw new RejectException(refusal, "no");
          }
          arrived.add(new String(data, US_ASCII));
        });
  }

  private Result send(SMTPServer.Builder builder, boolean trusting, String to) {
    var started = builder.build();
    started.start();
    server = started;
    var mail =
        new SmtpMail(
            new SmtpServer(
                "localhost", started.getPortAllocated(), Optional.empty(), "post@line.example"),
            CLOCK,
            trusting ? Optional.of(tls.getSocketFactory()) : Optional.empty());
    return mail.send(leave(), to, LINK);
  }

  private static Disclosure leave() {
    var service = new ServiceId("s");
    var consent =
        new Consent(
            service,
            Why.HELP,
            Set.of(Told.NAME),
            CLOCK.instant(),
            Instant.MAX,
            new How.Spoken(),
            new ResponderId("lucia"),
            Optional.empty());
    var known = new Gate.Known(Map.of(Told.NAME, "Ana Canary"), Optional.of(consent));
    return (Disclosure)
        new Gate(_ -> Optional.of(known), CLOCK)
            .open(new Asked(new ContactId("c"), "r", service, Why.HELP));
  }

  @Test
  void anEmailHoldsTheLinkAndNeutralWordsAndNothingOfHer() throws Exception {
    var result =
        send(listening(0).requireTLS().startTlsSocketFactory(tls), true, "desk@house.example");

    assertThat(result).isEqualTo(new Result.Sent());
    assertThat(arrived).hasSize(1);
    assertThat(arrived.getFirst())
        .contains("Subject: Someone needs a place", "To: desk@house.example", LINK.toString())
        .doesNotContain("Ana", "Canary", java.net.InetAddress.getLocalHost().getHostName());
  }

  @Test
  void withoutTlsNothingIsSaid() {
    assertThat(send(listening(0).enableTLS(false), true, "desk@house.example"))
        .isInstanceOf(Result.Later.class);
    assertThat(arrived).isEmpty();
  }

  @Test
  void aServerThatIsNotTrustedIsToldNothing() {
    assertThat(send(listening(0).requireTLS().startTlsSocketFactory(tls), false, "a@house.example"))
        .isInstanceOf(Result.Later.class);
    assertThat(arrived).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"550, Refused", "451, Later"})
  void whatTheServerAnswersDecides(int code, String result) {
    assertThat(
            send(listening(code).requireTLS().startTlsSocketFactory(tls), true, "a@b.example")
                .getClass()
                .getSimpleName())
        .isEqualTo(result);
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    assertThat(send(listening(0).startTlsSocketFactory(tls), true, "desk at house"))
        .isEqualTo(new Result.Refused());
  }
}
