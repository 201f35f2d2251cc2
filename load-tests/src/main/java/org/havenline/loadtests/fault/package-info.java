/// One program for each fault: crash, power cut, a store in trouble, two nodes.
@NullMarked
package org.havenline.loadtests.fault;

import org.jspecify.annotations.NullMarked;
