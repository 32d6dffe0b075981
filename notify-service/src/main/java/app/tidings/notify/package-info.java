/** Notify: what render has printed reaches its subscribers, each once, and every delivery is accounted for. */
@NullMarked
package app.tidings.notify;

import org.jspecify.annotations.NullMarked;
