package newsroom.enrichment.broker;

/// Something that should be so before the first story is read. Its text says what, for the log.
public interface Precondition {

  boolean met();
}
