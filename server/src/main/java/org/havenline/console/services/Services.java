package org.havenline.console.services;

import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.referral.link.Links;
import org.havenline.referral.search.ServiceSearch;
import org.havenline.referral.stored.Directory;
import org.havenline.referral.taxonomy.Taxonomy;

/// The directory as a desk uses it.
///
/// @param search empty while a server that has just started still reads the directory
/// @param links by which services answer
public record Services(
    Supplier<Optional<ServiceSearch>> search,
    Taxonomy taxonomy,
    Directory directory,
    Links links) {}
