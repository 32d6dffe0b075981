package app.tidings.platform.broken;

import org.springframework.cloud.stream.function.StreamBridge;

record PublishesByItself(StreamBridge bridge) {}
