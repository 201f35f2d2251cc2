/// Tables as files that change: what belongs to one version, and in words what is new in the next.
@NullMarked
package org.havenline.routingconfig.version;

import org.jspecify.annotations.NullMarked;
