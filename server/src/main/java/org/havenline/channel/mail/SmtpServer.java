package org.havenline.channel.mail;

import java.util.Optional;

/// Where e-mails are handed in. There is always TLS, by STARTTLS.
///
/// @param from the address they come from; one that says nothing
public record SmtpServer(String host, int port, Optional<Login> login, String from) {
  /// Who hands them in.
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[***]";
    }
  }
}
