/// What may go wrong between Twilio and the server, armed by tests before it happens.
@NullMarked
package org.havenline.simulator.trouble;

import org.jspecify.annotations.NullMarked;
