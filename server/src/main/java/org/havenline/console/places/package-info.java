/// Free places, as staff note them and as a service says them on its private page.
@NullMarked
package org.havenline.console.places;

import org.jspecify.annotations.NullMarked;
