/// Many calls at once, played in real time: callers, responders' telephones, and Twilio between.
@NullMarked
package org.havenline.loadtests.calls;

import org.jspecify.annotations.NullMarked;
