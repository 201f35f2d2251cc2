/// Plain blocking answers behind Vert.x routes, and forms that keep order and repetition.
@NullMarked
package org.havenline.simulator.web;

import org.jspecify.annotations.NullMarked;
