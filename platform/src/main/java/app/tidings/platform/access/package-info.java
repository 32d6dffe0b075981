/** Who may do what: signed tokens of curation or an issuer, one bootstrap token, deny by default. */
@NullMarked
package app.tidings.platform.access;

import org.jspecify.annotations.NullMarked;
