/// The roster as people read it: a chart on the command line, a calendar for their own devices.
@NullMarked
package org.havenline.roster;

import org.jspecify.annotations.NullMarked;
