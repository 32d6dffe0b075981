/** The frame of pages for people: layout, notices, and words in Chinese and English. */
@NullMarked
package app.tidings.platform.page;

import org.jspecify.annotations.NullMarked;
