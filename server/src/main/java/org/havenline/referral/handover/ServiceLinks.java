package org.havenline.referral.handover;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.havenline.referral.consent.Disclosure;
import org.havenline.referral.deeds.ServiceLink;
import org.havenline.referral.link.Links;

/// Private links to referrals. One opens nothing by itself: who holds it asks the gate.
public final class ServiceLinks {
  /// Beneath which they lie; a word that says nothing.
  public static final String PATH = "/r/";

  private final Links links;
  private final URI publicUrl;
  private final InstantSource clock;

  public ServiceLinks(Links links, URI publicUrl, InstantSource clock) {
    this.links = links;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /// One just made.
  record Made(URI address, Instant until) {}

  /// One that ends with her consent.
  Made make(ServiceLink link, Disclosure leave) {
    var lives = Duration.between(clock.instant(), leave.until());
    var issued = links.issue(link.purpose(), lives.isPositive() ? lives : Duration.ofMillis(1));
    return new Made(publicUrl.resolve(PATH + issued.token()), issued.until());
  }

  void endAll(ServiceLink link) {
    links.endAll(link.purpose());
  }
}
