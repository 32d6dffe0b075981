package app.tidings.local.prove.point;

/**
 * Where a process is to end.
 *
 * @param point name of the crash point
 * @param passing the how manieth passing of it since the process was told, from 1
 */
public record Armed(String point, long passing) {}
