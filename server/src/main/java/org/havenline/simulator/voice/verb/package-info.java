/// What each verb of a document does to the call.
@NullMarked
package org.havenline.simulator.voice.verb;

import org.jspecify.annotations.NullMarked;
