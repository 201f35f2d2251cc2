package org.havenline.referral.consent;

import org.havenline.contact.ContactId;
import org.havenline.referral.directory.ServiceId;

/// A wish to tell a service something.
///
/// @param referral its id within the contact
public record Asked(ContactId contact, String referral, ServiceId service, Why why) {}
