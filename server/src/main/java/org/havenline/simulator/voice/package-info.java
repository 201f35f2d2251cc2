/// Twilio's calls as seen from outside: a switchboard with virtual callers and responders.
@NullMarked
package org.havenline.simulator.voice;

import org.jspecify.annotations.NullMarked;
