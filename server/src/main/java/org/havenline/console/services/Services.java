package org.havenline.console.services;

import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.referral.search.ServiceSearch;
import org.havenline.referral.taxonomy.Taxonomy;

/// The directory as a desk searches it.
///
/// @param search empty while a server that has just started still reads the directory
public record Services(Supplier<Optional<ServiceSearch>> search, Taxonomy taxonomy) {}
