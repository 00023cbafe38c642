package newsroom.publish.delivery;

/// One story at one destination.
public record Slot(String destination, String uri) {}
