/// The porch of the house: the servers, the one bridge from their event loops to virtual threads,
/// limits, headers, metrics, health.
@NullMarked
package org.havenline.http.porch;

import org.jspecify.annotations.NullMarked;
