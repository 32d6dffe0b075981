/** Web addresses: one strict parser for all of Tidings, and the canonical address that makes two sightings one link. */
@NullMarked
package app.tidings.platform.address;

import org.jspecify.annotations.NullMarked;
