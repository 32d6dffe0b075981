/**
 * The one way out: every outbound request whose address is not the operator's own goes through {@code SafeFetcher}. No
 * other package may import an HTTP client.
 */
@NullMarked
package app.tidings.platform.fetch;

import org.jspecify.annotations.NullMarked;
