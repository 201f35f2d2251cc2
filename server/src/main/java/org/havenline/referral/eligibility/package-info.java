/// Whom a service takes, what it asks for, and whether it can take this person.
@NullMarked
package org.havenline.referral.eligibility;

import org.jspecify.annotations.NullMarked;
