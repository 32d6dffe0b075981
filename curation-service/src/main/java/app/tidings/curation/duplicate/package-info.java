/** Two links that lead to one article are found, and become one item. */
@NullMarked
package app.tidings.curation.duplicate;

import org.jspecify.annotations.NullMarked;
