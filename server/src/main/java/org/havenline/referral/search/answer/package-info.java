/// What a search answers.
@NullMarked
package org.havenline.referral.search.answer;

import org.jspecify.annotations.NullMarked;
