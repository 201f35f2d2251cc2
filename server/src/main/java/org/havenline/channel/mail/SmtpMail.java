package org.havenline.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.havenline.referral.consent.Disclosure;
import org.havenline.referral.handover.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes to services by SMTP. Without TLS, or with a server that is not who it says, nothing is
/// said.
public final class SmtpMail implements Mail {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpMail.class);
  private static final String SUBJECT = "Someone needs a place";
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int PERMANENT = 500;
  private static final int TEMPORARY = 400;

  private final SmtpServer server;
  private final Session session;
  private final InstantSource clock;

  public SmtpMail(SmtpServer server, InstantSource clock) {
    this(server, clock, Optional.empty());
  }

  /// @param trusted in place of the certificates that the machine trusts
  SmtpMail(SmtpServer server, InstantSource clock, Optional<SSLSocketFactory> trusted) {
    this.server = server;
    this.clock = clock;
    var settings = settings(server);
    trusted.ifPresent(factory -> settings.put("mail.smtp.ssl.socketFactory", factory));
    this.session = Session.getInstance(settings);
  }

  private static Properties settings(SmtpServer server) {
    var millis = Long.toString(ANSWER.toMillis());
    var settings = new Properties();
    settings.put("mail.smtp.host", server.host());
    settings.put("mail.smtp.port", Integer.toString(server.port()));
    settings.put("mail.smtp.starttls.enable", "true");
    settings.put("mail.smtp.starttls.required", "true");
    settings.put("mail.smtp.ssl.checkserveridentity", "true");
    settings.put("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
    settings.put("mail.smtp.connectiontimeout", millis);
    settings.put("mail.smtp.timeout", millis);
    settings.put("mail.smtp.writetimeout", millis);
    settings.put("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
    // the machine's own name stays out of greeting and headers
    settings.put("mail.smtp.localhost", server.from().substring(server.from().indexOf('@') + 1));
    settings.put("mail.from", server.from());
    return settings;
  }

  @Override
  public Result send(Disclosure leave, String to, URI link) {
    try {
      return send(message(to, link));
    } catch (AddressException e) {
      return new Result.Refused();
    } catch (MessagingException e) {
      throw new IllegalStateException("an e-mail could not be made");
    }
  }

  private MimeMessage message(String to, URI link) throws MessagingException {
    var message = new MimeMessage(session);
    message.setFrom(new InternetAddress(server.from(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
    message.setSubject(SUBJECT, UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.setText(
        "Someone needs a place. Please open this page and say whether you can help:\r\n\r\n"
            + link
            + "\r\n\r\nPlease do not pass it on.\r\n",
        UTF_8.name());
    message.saveChanges();
    return message;
  }

  private Result send(MimeMessage message) {
    try (var transport = session.getTransport("smtp")) {
      try {
        connect(transport);
      } catch (MessagingException e) {
        LOG.warn("no e-mail can be handed in at {}: {}", server.host(), e.getClass().getName());
        return new Result.Later(PAUSE);
      }
      transport.sendMessage(message, message.getAllRecipients());
      return new Result.Sent();
    } catch (MessagingException e) {
      // closing may fail as well, but only after the server has said what it took
      return result(code(e));
    }
  }

  private void connect(Transport transport) throws MessagingException {
    var login = server.login();
    if (login.isPresent()) {
      transport.connect(login.get().user(), login.get().password());
    } else {
      transport.connect();
    }
  }

  private static Result result(int code) {
    if (code >= PERMANENT) {
      return new Result.Refused();
    }
    return code >= TEMPORARY ? new Result.Later(PAUSE) : new Result.Unknown();
  }

  /// What the server answered; 0 when it did not.
  private static int code(MessagingException e) {
    int own =
        switch (e) {
          case SMTPAddressFailedException refused -> refused.getReturnCode();
          case SMTPSenderFailedException refused -> refused.getReturnCode();
          case SMTPSendFailedException refused -> refused.getReturnCode();
          default -> 0;
        };
    return own > 0 || !(e.getNextException() instanceof MessagingException next) ? own : code(next);
  }
}
