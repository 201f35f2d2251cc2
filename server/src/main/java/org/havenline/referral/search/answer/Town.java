package org.havenline.referral.search.answer;

import org.havenline.referral.directory.Point;

/// A town of the directory, to begin a search from.
///
/// @param name as addresses have it, with state or province
/// @param centre the middle of its public places; no confidential one has a part in it
public record Town(String name, Point centre) {}
