/// The thing that travels: one request for help, from arrival to close, its ids and its journal.
@NullMarked
package org.havenline.contact;

import org.jspecify.annotations.NullMarked;
