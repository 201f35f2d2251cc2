/// The rehearsal itself: contacts and responders on a virtual clock, from event to event.
@NullMarked
package org.havenline.rehearsal.play;

import org.jspecify.annotations.NullMarked;
