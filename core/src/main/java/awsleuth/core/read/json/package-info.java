/** JSON values with the places where they stand. */
@NullMarked
package awsleuth.core.read.json;

import org.jspecify.annotations.NullMarked;
