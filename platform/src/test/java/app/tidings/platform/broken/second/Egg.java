package app.tidings.platform.broken.second;

import app.tidings.platform.broken.first.Hen;
import java.util.List;

/** Needs the hen. */
public record Egg(List<Hen> hens) {}
