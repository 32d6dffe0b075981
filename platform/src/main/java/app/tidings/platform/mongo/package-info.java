/** MongoDB: the client as every service needs it, and records in and out of documents. */
@NullMarked
package app.tidings.platform.mongo;

import org.jspecify.annotations.NullMarked;
