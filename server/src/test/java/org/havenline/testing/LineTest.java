package org.havenline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.Ruling;
import org.havenline.offer.Asked;
import org.havenline.offer.Offer;
import org.havenline.privacy.KeyFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/// Tests of one line on a real store, emptied before each test; after each, the invariants hold.
@OnRealRedis
public abstract class LineTest {
  protected static final ResponderId LUCIA = new ResponderId("lucia");
  protected static final ResponderId TOMAS = new ResponderId("tomas");

  @Parameter
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  protected RealRedis.Version version;

  private static @Nullable RealRedis running;

  protected RealRedis store = Objects.requireNonNull(running);
  protected HandClock clock = HandClock.atNoon();
  protected Line line;

  @BeforeParameterizedClassInvocation
  static void startStore(RealRedis.Version version) {
    running = RealRedis.start(version);
  }

  @BeforeEach
  void emptyLine(@TempDir Path keys) {
    line = new Line(store, new KeyFolder(keys, true), clock);
    line.redis.call("FLUSHALL");
  }

  @AfterEach
  void invariantsHold() {
    assertThat(line.brokenInvariants()).isEmpty();
    line.close();
  }

  @AfterParameterizedClassInvocation
  static void stopStore() {
    Objects.requireNonNull(running).close();
  }

  /// Puts a responder on duty and asks her; the offer lasts 30 seconds.
  protected Offer offerTo(ResponderId responder, ContactId contact) {
    return offerTo(List.of(responder), contact);
  }

  /// Puts responders on duty and asks them at the same moment.
  protected Offer offerTo(List<ResponderId> responders, ContactId contact) {
    responders.forEach(line.presence::available);
    return line.offers
        .offer(
            contact,
            line.contact(contact).epoch(),
            responders.stream()
                .map(one -> new Asked(one, 3, List.of("writes Spanish, which you speak")))
                .toList(),
            java.time.Duration.ofSeconds(30),
            java.util.Optional.empty(),
            org.havenline.routingconfig.asking.Welfare.NO_LIMIT,
            Ruling.NONE)
        .orElseThrow();
  }

  /// The responder owns the conversation.
  protected Offer connect(ResponderId responder, ContactId contact) {
    var offer = offerTo(responder, contact);
    assertThat(line.offers.accept(offer, responder)).isTrue();
    return offer;
  }
}
