/** An edition and the forms it is printed in, one file for each; pure. */
@NullMarked
package app.tidings.render.edition;

import org.jspecify.annotations.NullMarked;
