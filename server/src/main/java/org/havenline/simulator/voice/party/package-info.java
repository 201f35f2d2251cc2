/// Who is at the other end of a call: scripts that pick up, press keys, speak and hang up.
@NullMarked
package org.havenline.simulator.voice.party;

import org.jspecify.annotations.NullMarked;
