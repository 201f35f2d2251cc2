/// What Twilio posts to the server: signed texts and delivery states.
@NullMarked
package org.havenline.simulator.webhook;

import org.jspecify.annotations.NullMarked;
