package org.havenline.simulator.account;

/// A picture or file sent along; only named, never fetched.
public record Media(String contentType, String url) {}
