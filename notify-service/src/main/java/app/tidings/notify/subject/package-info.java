/**
 * What is sent to many, and how it stands: a subject is taken once, its audience frozen, its pages sent and settled, its end
 * told. It is open as long as it stands in {@link app.tidings.notify.subject.LiveSubjects}.
 */
@NullMarked
package app.tidings.notify.subject;

import org.jspecify.annotations.NullMarked;
