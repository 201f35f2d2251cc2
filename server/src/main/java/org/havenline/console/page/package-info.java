/// The console's page: plain ES modules and style sheets, found, compressed and hashed at start.
@NullMarked
package org.havenline.console.page;

import org.jspecify.annotations.NullMarked;
