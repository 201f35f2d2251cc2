package org.havenline.channel.webchat.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.havenline.channel.Address;
import org.havenline.contact.ContactId;
import org.havenline.contact.PersonId;
import org.havenline.routingconfig.Channel;

/// One chat, from the moment somebody begins to write until it is over.
///
/// @param id of the chat: that of its first token, see [#idOf]
/// @param person who writes in it
/// @param language of the page, BCP 47
/// @param chosen whether she chose that language herself
/// @param young whether she said that she is under 18
/// @param contact the contact of her messages, once there is one
/// @param before how many messages there were in this chat's contacts before that one
/// @param past the contact that was over already when she came back
/// @param forced whether it was begun with the words of another chat under duress
public record Chat(
    String id,
    PersonId person,
    String language,
    boolean chosen,
    boolean young,
    Optional<ContactId> contact,
    int before,
    Optional<ContactId> past,
    boolean forced) {
  /// 192 random bits (OWASP ASVS 5.0, 11.5.1 asks for 128).
  private static final int TOKEN_BYTES = 24;

  private static final int ID_BYTES = 16;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");

  /// A new token: only the page has it, in its memory.
  public static String newToken(RandomGenerator random) {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// What the server calls a chat. The token cannot be found from it.
  ///
  /// @return empty when this is no token
  public static Optional<String> idOf(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII));
      return Optional.of(HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Chat in(ContactId contact, int before) {
    return new Chat(
        id, person, language, chosen, young, Optional.of(contact), before, past, forced);
  }

  /// Where answers go.
  public Address address() {
    return new Address(Channel.WEBCHAT, id);
  }

  /// Where answers go in the chat of a new token.
  public static Address addressOf(String token) {
    return new Address(Channel.WEBCHAT, idOf(token).orElseThrow());
  }
}
