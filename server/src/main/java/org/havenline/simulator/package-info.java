/// Twilio as seen from outside, with phones to text from: for the demo, the tests and load-tests.
@NullMarked
package org.havenline.simulator;

import org.jspecify.annotations.NullMarked;
