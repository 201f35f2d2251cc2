/// The directory as search and people see it: services at their locations, in HSDS's words.
@NullMarked
package org.havenline.referral.directory;

import org.jspecify.annotations.NullMarked;
