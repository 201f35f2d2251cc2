package org.havenline.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/// Seals what is stored (AES-256-GCM): addresses, messages on their way in, and the data keys of
/// conversations. `context` binds a sealed value to its place; moved elsewhere it does not open.
public final class Vault {
  private final Aead aead;

  private Vault(Aead aead) {
    this.aead = aead;
  }

  public static Vault open(KeyFolder keys) {
    try {
      AeadConfig.register();
      return new Vault(
          keys.keyset("vault", PredefinedAeadParameters.AES256_GCM)
              .getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the vault key is of an unknown kind", e);
    }
  }

  public byte[] seal(byte[] plain, String context) {
    try {
      return aead.encrypt(plain, context.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  /// @throws Unreadable when it was altered, moved, or sealed by another key
  public byte[] open(byte[] sealed, String context) {
    try {
      return aead.decrypt(sealed, context.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new Unreadable(e);
    }
  }

  Aead aead() {
    return aead;
  }
}
