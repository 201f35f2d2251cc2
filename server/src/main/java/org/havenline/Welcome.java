package org.havenline;

import org.havenline.config.ServerConfig;

/// What the person who starts the server reads first.
final class Welcome {
  private Welcome() {}

  static String to(ServerConfig config, Helpline helpline) {
    var here = "http://localhost:" + helpline.port();
    var text = new StringBuilder("Havenline serves at " + here + "\n");
    text.append("  console           ").append(here).append("/desk\n");
    if (config.demo()) {
      text.append("  phone simulator   ").append(here).append("/simulator/\n");
    }
    if (!helpline.newPasswords().isEmpty()) {
      text.append("\nSign in as one of these; the passwords are shown only now:\n");
      helpline
          .newPasswords()
          .forEach((id, password) -> text.append("  %-16s  %s%n".formatted(id, password)));
    }
    return text.toString();
  }
}
