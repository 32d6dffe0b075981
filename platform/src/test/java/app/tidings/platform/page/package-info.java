@NullMarked
package app.tidings.platform.page;

import org.jspecify.annotations.NullMarked;
