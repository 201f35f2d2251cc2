/// Time that tests turn by hand, and time that passes by itself.
@NullMarked
package org.havenline.simulator.voice.time;

import org.jspecify.annotations.NullMarked;
