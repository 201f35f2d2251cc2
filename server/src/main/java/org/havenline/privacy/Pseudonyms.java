package org.havenline.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;

/// Turns what identifies into what only recognises (HMAC-SHA256 under a key of its own). Numbers
/// are few enough to try them all, so without the key file a dump says nothing, and with it the
/// pseudonyms are as personal as the numbers.
public final class Pseudonyms {
  /// Crockford's alphabet: nothing that reads as another letter on the telephone.
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int BYTES = 16;

  private final PrfSet prf;

  private Pseudonyms(PrfSet prf) {
    this.prf = prf;
  }

  public static Pseudonyms open(KeyFolder keys) {
    try {
      PrfConfig.register();
      return new Pseudonyms(
          keys.keyset("pseudonym", PredefinedPrfParameters.HMAC_SHA256_PRF)
              .getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the pseudonym key is of an unknown kind", e);
    }
  }

  /// 128 bits as 26 letters and digits, the same for the same input.
  public String of(String input) {
    try {
      return encode(prf.computePrimary(input.getBytes(UTF_8), BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a pseudonym could not be made", e);
    }
  }

  private static String encode(byte[] bytes) {
    var text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(LETTERS.charAt((buffer >> bits) & 31));
      }
    }
    return bits > 0
        ? text.append(LETTERS.charAt((buffer << (5 - bits)) & 31)).toString()
        : text.toString();
  }
}
