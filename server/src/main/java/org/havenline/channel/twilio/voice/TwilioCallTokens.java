package org.havenline.channel.twilio.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import java.time.InstantSource;
import org.havenline.channel.voice.softphone.CallToken;
import org.havenline.channel.voice.softphone.CallTokens;

/// Twilio's access tokens for the Voice SDK: may be rung, may call nobody.
public final class TwilioCallTokens implements CallTokens {
  private final String account;
  private final String key;
  private final byte[] secret;
  private final InstantSource clock;

  /// @param key sid of an API key of the account (`SK…`)
  public TwilioCallTokens(String account, String key, String secret, InstantSource clock) {
    this.account = account;
    this.key = key;
    this.secret = secret.getBytes(UTF_8);
    this.clock = clock;
  }

  @Override
  public CallToken of(String identity) {
    var until = clock.instant().plus(LIFE);
    var token =
        new AccessToken.Builder(account, key, secret)
            .identity(identity)
            .ttl((int) LIFE.toSeconds())
            // without an application there is nothing that could be dialled
            .grant(new VoiceGrant().setIncomingAllow(true))
            .build();
    return new CallToken(token.toJwt(), until);
  }

  @Override
  public String toString() {
    return "TwilioCallTokens[" + key + "]";
  }
}
