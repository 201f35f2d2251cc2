package org.havenline.referral.directory;

/// The id of a service at a location (HSDS `service_at_location.id`, or made from the ids of both).
public record ServiceAtLocationId(String value) {}
