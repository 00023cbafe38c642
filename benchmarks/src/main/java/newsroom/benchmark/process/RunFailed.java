package newsroom.benchmark.process;

/// The run gave no figures; the sentence says why.
public final class RunFailed extends RuntimeException {

  public RunFailed(String sentence) {
    super(sentence);
  }
}
