package org.havenline.simulator.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.BlockingRoutes.Endpoint;

/// Who may use the REST API: account sid and token by Basic authentication.
public final class Credentials {
  private final String accountSid;
  private final byte[] authorization;

  public Credentials(String accountSid, String authToken) {
    this.accountSid = accountSid;
    var pair = (accountSid + ":" + authToken).getBytes(UTF_8);
    authorization = ("Basic " + Base64.getEncoder().encodeToString(pair)).getBytes(UTF_8);
  }

  String accountSid() {
    return accountSid;
  }

  public Endpoint required(Endpoint endpoint) {
    return asked -> {
      if (!isRight(asked)) {
        return RestError.AUTHENTICATE.reply();
      }
      return asked.in("account").equals(accountSid)
          ? endpoint.answer(asked)
          : RestError.NOT_FOUND.reply();
    };
  }

  private boolean isRight(Asked asked) {
    var given = asked.authorization().orElse("");
    return MessageDigest.isEqual(authorization, given.getBytes(UTF_8));
  }
}
