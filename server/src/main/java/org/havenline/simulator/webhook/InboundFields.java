package org.havenline.simulator.webhook;

import org.havenline.simulator.account.Keyword;
import org.havenline.simulator.account.Message;
import org.havenline.simulator.web.Form;

/// The fields of Twilio's webhook for an incoming message
/// (https://www.twilio.com/docs/messaging/guides/webhook-request).
final class InboundFields {
  private InboundFields() {}

  static Form of(Message message, String accountSid) {
    var form =
        Form.EMPTY
            .and("MessageSid", message.sid())
            .and("SmsSid", message.sid())
            .and("SmsMessageSid", message.sid())
            .and("AccountSid", accountSid)
            .and("From", message.from())
            .and("To", message.to())
            .and("Body", message.body())
            .and("SmsStatus", "received")
            .and("NumSegments", Integer.toString(message.segments()))
            .and("NumMedia", Integer.toString(message.media().size()))
            .and("ApiVersion", "2010-04-01");
    for (int i = 0; i < message.media().size(); i++) {
      form =
          form.and("MediaContentType" + i, message.media().get(i).contentType())
              .and("MediaUrl" + i, message.media().get(i).url());
    }
    var keyword = Keyword.in(message.body());
    if (keyword.isPresent()) {
      form = form.and("OptOutType", keyword.get().name());
    }
    return message.whatsapp() ? whatsapp(form, message) : places(form, message);
  }

  private static Form whatsapp(Form form, Message message) {
    return form.and("ProfileName", "Simulated phone")
        .and("WaId", message.phone().replace("+", ""))
        .and("MessageType", message.media().isEmpty() ? "text" : "image");
  }

  /// Twilio sends the fields even when it knows nothing to put in.
  private static Form places(Form form, Message message) {
    return form.and("FromCountry", Countries.of(message.from()))
        .and("FromState", "")
        .and("FromCity", "")
        .and("FromZip", "")
        .and("ToCountry", Countries.of(message.to()))
        .and("ToState", "")
        .and("ToCity", "")
        .and("ToZip", "");
  }
}
