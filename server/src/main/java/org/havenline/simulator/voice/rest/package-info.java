/// Twilio's REST API of calls, conferences, participants and queues.
@NullMarked
package org.havenline.simulator.voice.rest;

import org.jspecify.annotations.NullMarked;
