package app.tidings.platform.broken.first;

import app.tidings.platform.broken.second.Egg;
import java.util.List;

/** Needs the egg. */
public record Hen(List<Egg> eggs) {}
