/** Signed tokens: what a link in a mail may do, bound to one purpose and one subject. */
@NullMarked
package app.tidings.platform.token;

import org.jspecify.annotations.NullMarked;
