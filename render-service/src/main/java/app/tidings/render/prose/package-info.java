/** What people wrote, tamed: Markdown of editors, lines of text, each made safe for the form it is printed in. */
@NullMarked
package app.tidings.render.prose;

import org.jspecify.annotations.NullMarked;
