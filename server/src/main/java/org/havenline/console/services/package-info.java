/// Searching the directory of services from the desk.
@NullMarked
package org.havenline.console.services;

import org.jspecify.annotations.NullMarked;
