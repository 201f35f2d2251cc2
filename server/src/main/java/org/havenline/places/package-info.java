/// What services text about their free places, heard before a contact is made of it; and asking
/// them for it.
@NullMarked
package org.havenline.places;

import org.jspecify.annotations.NullMarked;
