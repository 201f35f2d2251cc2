/// The documents Twilio executes, read and checked by its rules.
@NullMarked
package org.havenline.simulator.twiml;

import org.jspecify.annotations.NullMarked;
