package newsroom.enrichment.embedding;

/// Makes numbers of a text: texts that mean much the same get much the same numbers. Asked by
/// several threads at once.
public interface Model {

  /// The name is kept with an index: numbers of two models cannot be compared.
  String name();

  float[] read(String text);
}
