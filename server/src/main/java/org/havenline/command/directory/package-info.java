/// Commands of the directory of services: import, export, search.
@NullMarked
package org.havenline.command.directory;

import org.jspecify.annotations.NullMarked;
