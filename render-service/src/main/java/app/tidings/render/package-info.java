/** Render: what curation approved becomes editions in every format, and the public archive. */
@NullMarked
package app.tidings.render;

import org.jspecify.annotations.NullMarked;
