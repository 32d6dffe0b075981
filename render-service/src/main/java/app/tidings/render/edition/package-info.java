/** An edition, from manuscript to printed files: pure from end to end, one file for each format. */
@NullMarked
package app.tidings.render.edition;

import org.jspecify.annotations.NullMarked;
