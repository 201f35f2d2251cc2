/// The porch: requests and responses as plain records, the bridge to virtual threads, problems,
/// health.
@NullMarked
package org.havenline.http;

import org.jspecify.annotations.NullMarked;
