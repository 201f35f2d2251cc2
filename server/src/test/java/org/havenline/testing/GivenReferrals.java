package org.havenline.testing;

import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.privacy.Pseudonyms;
import org.havenline.privacy.Vault;
import org.havenline.redis.Redis;
import org.havenline.referral.handover.NeutralText;
import org.havenline.referral.handover.ReferralRooms;
import org.havenline.referral.link.Links;
import org.havenline.referral.stored.Directory;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;

/// What the referrals of a line stand on, with the shipped texts.
public final class GivenReferrals {
  /// Of the one line of a test.
  public static final String LINE = "Night Line";

  public static final List<String> KINDS = List.of("shelter.emergency", "legal.advice");

  private static final Texts TEXTS = ((Reading.Sound) Texts.shipped()).texts();

  private GivenReferrals() {}

  public static ReferralRooms.Ground ground(
      Redis redis, Vault vault, Pseudonyms pseudonyms, URI url, InstantSource clock) {
    var random = new SecureRandom();
    return new ReferralRooms.Ground(
        redis,
        vault,
        new Directory(redis, vault, pseudonyms, clock),
        new Links(redis, vault, pseudonyms, clock, random),
        KINDS,
        phrases(),
        () -> List.of(LINE),
        url,
        clock,
        random);
  }

  private static NeutralText.Phrases phrases() {
    return new NeutralText.Phrases() {
      @Override
      public Optional<String> sentence(String language, String key, Map<String, Object> arguments) {
        return Optional.of(TEXTS.text(key, language, arguments));
      }

      @Override
      public Optional<String> telling(String text, String language) {
        return TEXTS.telling(text, language);
      }
    };
  }
}
