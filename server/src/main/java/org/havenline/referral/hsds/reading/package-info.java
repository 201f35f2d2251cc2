/// What search and people need of an HSDS document: services at their locations.
@NullMarked
package org.havenline.referral.hsds.reading;

import org.jspecify.annotations.NullMarked;
