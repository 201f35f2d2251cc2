/// Commands of the directory of services: import and export.
@NullMarked
package org.havenline.command.directory;

import org.jspecify.annotations.NullMarked;
