package org.havenline.routingconfig.yaml;

/// Where something stands in a table.
///
/// @param line counted from 1; 0 when the whole file is meant
public record Place(String file, int line) {}
