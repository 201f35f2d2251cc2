/// The risk rules an administrator tunes: what words mean danger, and how much.
@NullMarked
package org.havenline.routingconfig.risk;

import org.jspecify.annotations.NullMarked;
