package org.havenline.http.watch;

import java.util.function.BooleanSupplier;

/// One thing that must be good before the server takes contacts.
///
/// @param good asked on every look; may block for a short while; an exception counts as not good
public record ReadyCheck(String name, BooleanSupplier good) {}
