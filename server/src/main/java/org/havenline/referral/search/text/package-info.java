/// How the words of a directory and of a search meet.
@NullMarked
package org.havenline.referral.search.text;

import org.jspecify.annotations.NullMarked;
