/** Evidence to facts to causes to diagnosis. The door is {@link awsleuth.core.Diagnoser}. */
@NullMarked
package awsleuth.core;

import org.jspecify.annotations.NullMarked;
