/** WebSub: hubs are asked to push what is new at sources, and what they push is taken in like what is polled. */
@NullMarked
package app.tidings.ingest.websub;

import org.jspecify.annotations.NullMarked;
