/**
 * Text as readers look at it: lines and their numbers, names, codes, quotes, addresses, and what a
 * terminal or a program's printing added.
 */
@NullMarked
package awsleuth.core.read.text;

import org.jspecify.annotations.NullMarked;
