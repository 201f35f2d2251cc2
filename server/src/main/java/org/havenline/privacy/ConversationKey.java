package org.havenline.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/// The data key of one conversation. It is stored only wrapped by the vault; once the wrapped key
/// is deleted, the conversation cannot be read by anyone any more.
public final class ConversationKey {
  private final byte[] wrapped;
  private final Aead aead;

  private ConversationKey(byte[] wrapped, Aead aead) {
    this.wrapped = wrapped;
    this.aead = aead;
  }

  /// A new key for the conversation named by `context`.
  public static ConversationKey create(Vault vault, String context) {
    try {
      var keyset =
          KeysetHandle.generateNew(
              PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
      var wrapped =
          TinkProtoKeysetFormat.serializeEncryptedKeyset(
              keyset, vault.aead(), context.getBytes(UTF_8), RegistryConfiguration.get());
      return new ConversationKey(wrapped, primitive(keyset));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a data key could not be made", e);
    }
  }

  /// @throws Unreadable when the wrapped key belongs to another conversation or vault
  public static ConversationKey unwrap(Vault vault, byte[] wrapped, String context) {
    try {
      var keyset =
          TinkProtoKeysetFormat.parseEncryptedKeyset(
              wrapped, vault.aead(), context.getBytes(UTF_8), RegistryConfiguration.get());
      return new ConversationKey(wrapped.clone(), primitive(keyset));
    } catch (GeneralSecurityException e) {
      throw new Unreadable(e);
    }
  }

  private static Aead primitive(KeysetHandle keyset) throws GeneralSecurityException {
    return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /// What is stored with the contact.
  public byte[] wrapped() {
    return wrapped.clone();
  }

  public byte[] seal(String text, String context) {
    return sealBytes(text.getBytes(UTF_8), context);
  }

  /// What is no text, such as a sound.
  public byte[] sealBytes(byte[] plain, String context) {
    try {
      return aead.encrypt(plain, context.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  /// @throws Unreadable when it was altered or belongs to another message
  public String open(byte[] sealed, String context) {
    return new String(openBytes(sealed, context), UTF_8);
  }

  /// @throws Unreadable when it was altered or belongs to another message
  public byte[] openBytes(byte[] sealed, String context) {
    try {
      return aead.decrypt(sealed, context.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new Unreadable(e);
    }
  }
}
