/** What the names and expressions of a Python file are: clients, sessions, responses. */
@NullMarked
package awsleuth.lint.code;

import org.jspecify.annotations.NullMarked;
