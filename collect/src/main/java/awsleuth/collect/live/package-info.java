/** Evidence from AWS about a failed call: asked only when the user wants it, and only read. */
@NullMarked
package awsleuth.collect.live;

import org.jspecify.annotations.NullMarked;
