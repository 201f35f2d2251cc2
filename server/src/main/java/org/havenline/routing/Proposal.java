package org.havenline.routing;

import java.time.Duration;
import java.util.List;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;

/// Whom to ask next about which contact.
///
/// @param timeout how long
/// @param reasons in words, for the one who is asked; never content
public record Proposal(
    ContactId contact, ResponderId responder, Duration timeout, List<String> reasons) {}
