/// Twilio's REST API for messages, version 2010-04-01.
@NullMarked
package org.havenline.simulator.rest;

import org.jspecify.annotations.NullMarked;
