/** The demo: an editor's week played through the public APIs and told on the terminal, with a check at its end. */
@NullMarked
package app.tidings.local.demo;

import org.jspecify.annotations.NullMarked;
