package org.havenline.referral.directory;

/// A kind of service, by its code in our taxonomy (`translations/service-kinds`), such as
/// `shelter.emergency`. HSDS keeps it as a taxonomy term.
public record ServiceKind(String code) {}
