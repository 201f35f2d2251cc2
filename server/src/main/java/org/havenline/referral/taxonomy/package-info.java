/// Our kinds of service, told from the words and codes of people and directories.
@NullMarked
package org.havenline.referral.taxonomy;

import org.jspecify.annotations.NullMarked;
