/// Processes and disks of this machine, and what can be done to them.
@NullMarked
package org.havenline.loadtests.machine;

import org.jspecify.annotations.NullMarked;
