/// One leg of a call, and the documents it executes.
@NullMarked
package org.havenline.simulator.voice.call;

import org.jspecify.annotations.NullMarked;
