package org.havenline.referral.directory;

/// HSDS `service.id`.
public record ServiceId(String value) {}
