/// What happened on the calls, for tests to ask: who heard what, and whom, and when.
@NullMarked
package org.havenline.simulator.voice.ledger;

import org.jspecify.annotations.NullMarked;
