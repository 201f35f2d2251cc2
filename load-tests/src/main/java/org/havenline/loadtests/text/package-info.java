/// Texts as Twilio delivers them: signed, many in flight, again until they are acknowledged.
@NullMarked
package org.havenline.loadtests.text;

import org.jspecify.annotations.NullMarked;
