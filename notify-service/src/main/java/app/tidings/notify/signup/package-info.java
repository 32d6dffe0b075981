/** Somebody asks for a publication: within budgets, with the same answer whoever it is, confirmed by mail (double opt-in). */
@NullMarked
package app.tidings.notify.signup;

import org.jspecify.annotations.NullMarked;
