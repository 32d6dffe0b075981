/** The HTTP baseline: problem details, bounded bodies, the documents of events. */
@NullMarked
package app.tidings.platform.web;

import org.jspecify.annotations.NullMarked;
