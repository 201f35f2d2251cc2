package org.havenline.channel.voice.softphone;

import java.util.Optional;
import org.havenline.contact.LineId;
import org.havenline.contact.ResponderId;
import org.havenline.privacy.Pseudonyms;
import org.havenline.queue.Tables;
import org.havenline.routingconfig.staff.Phone;
import org.havenline.routingconfig.staff.Responder;

/// Where the provider rings members of staff: a number, or the client of their browser.
///
/// A client's identity stands in the provider's logs, so it names nobody: a pseudonym of line and
/// responder, always the same.
public record Phones(Pseudonyms pseudonyms, LineId line) {
  /// What stands before an identity, where an address is wanted.
  public static final String CLIENT = "client:";

  /// @return E.164, or `client:` and an identity; empty for who has no phone in the tables
  public Optional<String> of(Tables tables, ResponderId whom) {
    return Optional.ofNullable(tables.staff().get(whom))
        .flatMap(Responder::phone)
        .map(phone ->
            switch (phone) {
              case Phone.Telephone(var number) -> number;
              case Phone.Browser() -> CLIENT + identity(whom);
            });
  }

  /// 27 letters and digits; Twilio takes these and underscores, 121 at most.
  public String identity(ResponderId whom) {
    return "R" + pseudonyms.of(String.join("|", "softphone", line.value(), whom.value()));
  }
}
