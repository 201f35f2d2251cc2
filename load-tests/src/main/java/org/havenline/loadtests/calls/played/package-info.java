/// Twilio, and all who call and are called, played by this program at little cost: raw sockets, one
/// thread each.
@NullMarked
package org.havenline.loadtests.calls.played;

import org.jspecify.annotations.NullMarked;
