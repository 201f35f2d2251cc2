/// Where legs meet: bridges, conferences and queues.
@NullMarked
package org.havenline.simulator.voice.room;

import org.jspecify.annotations.NullMarked;
