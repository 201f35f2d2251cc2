package org.havenline.console.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import org.havenline.console.DeskRig;
import org.havenline.console.staff.SignIn.Outcome;
import org.havenline.contact.ResponderId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Accounts, sessions and the throttle on a real Redis, with a clock that the test moves.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffIT {
  private static final ResponderId LUCIA = new ResponderId("lucia");
  private static final String RIGHT = "a long enough password";

  private DeskRig rig;
  private PasswordHash hash;
  private Instant now = Instant.parse("2026-11-24T12:00:00Z");
  private Sessions sessions;
  private Passwords passwords;
  private SignIn signIn;

  @BeforeAll
  void open() {
    rig = new DeskRig();
    hash = new PasswordHash();
  }

  @AfterAll
  void close() {
    hash.close();
    rig.close();
  }

  @BeforeEach
  void anew() {
    InstantSource clock = () -> now;
    sessions = new Sessions(rig.redis, rig.keys, clock, new SecureRandom());
    passwords = new Passwords(rig.redis, rig.keys, hash, sessions, clock);
    var throttle = new Throttle(rig.redis, rig.keys, clock);
    signIn = new SignIn(() -> rig.tables, passwords, sessions, throttle);
    passwords.set(LUCIA, RIGHT);
    now = now.plus(Duration.ofDays(1));
  }

  private Outcome with(String name, String password) {
    return signIn.with(name, password, Optional.empty());
  }

  private Sessions.Opened welcome() {
    return ((Outcome.Welcome) with("lucia", RIGHT)).session();
  }

  @Test
  void theRightPasswordOpensASessionAndTheWrongOneDoesNot() {
    assertThat(with("lucia", RIGHT)).isInstanceOf(Outcome.Welcome.class);
    assertThat(with("lucia", RIGHT + " ")).isEqualTo(new Outcome.Refused());
    assertThat(with("lucia", "")).isEqualTo(new Outcome.Refused());
  }

  @Test
  void anUnknownNameAndAWrongPasswordAreAnsweredAlike() {
    assertThat(with("nobody-here", RIGHT)).isEqualTo(with("lucia", "wrong"));
    assertThat(with("ruth", RIGHT)).as("has no password yet").isEqualTo(new Outcome.Refused());
  }

  @Test
  void onlyTheHashOfAPasswordAndOfATokenIsStored() {
    var token = welcome().token();
    var stored = new StringBuilder();
    for (var key : rig.redis.call("KEYS", "*").texts()) {
      stored.append(key).append('\n');
      if (key.contains("account") || key.contains("session:")) {
        rig.redis.call("HVALS", key).texts().forEach(stored::append);
      }
    }
    assertThat(stored.toString())
        .contains("$argon2id$v=19$m=19456,t=2,p=1$")
        .doesNotContain(RIGHT)
        .doesNotContain(token);
  }

  @Test
  void tokensAreLongAndNeverTheSame() {
    var tokens = new HashSet<String>();
    for (int i = 0; i < 1_000; i++) {
      tokens.add(sessions.open(LUCIA).token());
    }
    assertThat(tokens).hasSize(1_000).allMatch(token -> token.matches("[A-Za-z0-9_-]{43}"));
    sessions.endAll(LUCIA);
  }

  @Test
  void aSessionEndsAfterTwelveHoursHoweverMuchItIsUsed() {
    var token = welcome().token();
    now = now.plus(Duration.ofHours(12).minusSeconds(1));
    assertThat(signIn.who(token, true)).isPresent();
    now = now.plusSeconds(1);
    assertThat(signIn.who(token, true)).isEmpty();
  }

  @Test
  void onlyUseLetsASessionLiveOnForHalfAnHour() {
    var token = welcome().token();
    var key = rig.keys.of("session:" + Token.sha256(token));
    rig.redis.call("PEXPIRE", key, 5_000);
    assertThat(signIn.who(token, false)).isPresent();
    assertThat(rig.redis.call("PTTL", key).number()).isLessThanOrEqualTo(5_000);
    assertThat(signIn.who(token, true)).isPresent();
    assertThat(rig.redis.call("PTTL", key).number()).isBetween(1_700_000L, 1_800_000L);
  }

  @Test
  void aNewPasswordEndsEverySessionOfTheOldOne() {
    var one = welcome().token();
    var two = welcome().token();
    passwords.set(LUCIA, "another long password");
    assertThat(signIn.who(one, true)).isEmpty();
    assertThat(signIn.who(two, true)).isEmpty();
    assertThat(with("lucia", RIGHT)).isEqualTo(new Outcome.Refused());
  }

  @Test
  void whoIsNoLongerInTheTablesIsNoLongerSignedIn() {
    var gone = sessions.open(new ResponderId("left-last-year")).token();
    assertThat(signIn.who(gone, true)).isEmpty();
  }

  @Test
  void atMostAHundredGuessesAnHourAreEvaluatedForAnyName() {
    for (var name : new String[] {"tomas", "no-such-person"}) {
      int evaluated = 0;
      for (int i = 0; i < 10_000; i++) {
        if (with(name, "guess " + i) instanceof Outcome.Refused) {
          evaluated++;
        }
        now = now.plusMillis(360);
      }
      assertThat(evaluated).as(name).isBetween(90, 100);
    }
  }

  @Test
  void aKnownBrowserGetsInWhileStrangersGuess() {
    var earlier = welcome().token();
    while (!(with("lucia", "guess") instanceof Outcome.Wait)) {
      now = now.plusMillis(1);
    }
    assertThat(with("lucia", RIGHT)).isInstanceOf(Outcome.Wait.class);
    assertThat(signIn.with("lucia", RIGHT, Optional.of(earlier)))
        .isInstanceOf(Outcome.Welcome.class);
    assertThat(signIn.with("tomas", RIGHT, Optional.of(earlier)))
        .as("another's browser gives nothing")
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aShortPasswordIsRefusedWithAReason() {
    assertThatThrownBy(() -> passwords.set(LUCIA, "fourteen chars"))
        .hasMessage("The password must have at least 15 characters.");
  }

  @Test
  void aGeneratedPasswordIsReadableAndOpensTheAccount() {
    var generated = passwords.generate(LUCIA, new SecureRandom());
    assertThat(generated).matches("([a-z0-9]{4}-){4}[a-z0-9]{4}");
    assertThat(with("lucia", generated)).isInstanceOf(Outcome.Welcome.class);
  }
}
