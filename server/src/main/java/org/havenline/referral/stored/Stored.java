package org.havenline.referral.stored;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.havenline.referral.directory.ServiceId;

/// A service of the directory, whole.
///
/// @param document HSDS, with what the service said of its free places; of a confidential service
///   also where it is, never to be shown
public record Stored(ServiceId id, Mark mark, ObjectNode document) {}
