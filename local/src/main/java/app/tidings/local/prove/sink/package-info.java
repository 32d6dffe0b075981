/** A relay that takes every mail, counts it, and is as tiresome as relays are. */
@NullMarked
package app.tidings.local.prove.sink;

import org.jspecify.annotations.NullMarked;
