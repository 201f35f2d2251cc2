/// Calls of people: what each hears next, from pick-up to the end; knows nothing of TwiML.
@NullMarked
package org.havenline.channel.voice;

import org.jspecify.annotations.NullMarked;
