package org.havenline.loadtests.text;

/// A text as a phone sends it.
public record Text(String sid, String from, String body) {}
