package app.tidings.platform.broken;

import org.yaml.snakeyaml.Yaml;

record ReadsYaml(Yaml yaml) {}
