/**
 * Values as Python has them: their kinds, how Python prints them, how botocore reads dates.
 *
 * <p>A character that the Unicode of this Java knows and that of the user's Python does not is
 * printed, where Python would escape it; the machine's time zone is taken for UTC.
 */
@NullMarked
package awsleuth.boto.python;

import org.jspecify.annotations.NullMarked;
