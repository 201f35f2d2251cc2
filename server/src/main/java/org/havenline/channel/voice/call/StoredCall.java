package org.havenline.channel.voice.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.havenline.channel.Address;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.PersonId;
import org.havenline.privacy.Vault;
import org.havenline.routingconfig.Channel;

/// A call as it lies in the store: in fields, her address sealed for this call alone.
record StoredCall(Vault vault, LineKeys keys) {
  byte[] seal(CallId id, Address address) {
    return vault.seal(address.value().getBytes(UTF_8), context(id));
  }

  private String context(CallId id) {
    return keys.line() + "|call|" + id;
  }

  Call read(CallId id, Map<String, byte[]> fields) {
    var sealed = fields.get("from");
    var from =
        sealed == null
            ? Caller.alone(id).value()
            : new String(vault.open(sealed, context(id)), UTF_8);
    var text = new HashMap<String, String>();
    fields.forEach((name, value) -> text.put(name, new String(value, UTF_8)));
    return new Call(
        id,
        new PersonId(of(text, "person")),
        new Address(Channel.VOICE, from),
        of(text, "to"),
        Call.Stage.parse(of(text, "stage")),
        Optional.ofNullable(text.get("menu"))
            .filter(all -> !all.isEmpty())
            .map(all -> List.of(all.split(" ", -1)))
            .orElse(List.of()),
        of(text, "language"),
        of(text, "room"),
        Optional.of(of(text, "contact")).filter(one -> !one.isEmpty()).map(ContactId::new),
        Instant.ofEpochMilli(Long.parseLong(of(text, "began"))),
        Instant.ofEpochMilli(Long.parseLong(of(text, "heard"))));
  }

  private static <T> T of(Map<String, T> fields, String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }
}
