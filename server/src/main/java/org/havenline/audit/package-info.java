/// What administrators did, by whom, when and why, in a chain in which a changed entry shows.
@NullMarked
package org.havenline.audit;

import org.jspecify.annotations.NullMarked;
