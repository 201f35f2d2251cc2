/// The phones of the page in a call: dialled, picked up, spoken into and hung up by hand.
@NullMarked
package org.havenline.simulator.handset;

import org.jspecify.annotations.NullMarked;
