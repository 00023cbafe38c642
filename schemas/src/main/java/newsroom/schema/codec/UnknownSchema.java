package newsroom.schema.codec;

/// Bytes that are no event of ours, or an event whose schema this build does not know: a newer
/// service wrote it. The sentence says which.
public final class UnknownSchema extends RuntimeException {

  UnknownSchema(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
