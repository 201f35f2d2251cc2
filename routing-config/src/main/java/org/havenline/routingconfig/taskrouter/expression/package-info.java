/// TaskRouter's expression language, read.
@NullMarked
package org.havenline.routingconfig.taskrouter.expression;

import org.jspecify.annotations.NullMarked;
