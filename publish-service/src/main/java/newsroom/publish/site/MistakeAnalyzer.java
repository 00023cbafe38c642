package newsroom.publish.site;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says at start what is wrong in the file of sites, in sentences and without a stack of calls.
final class MistakeAnalyzer extends AbstractFailureAnalyzer<Mistake> {

  @Override
  protected FailureAnalysis analyze(Throwable root, Mistake mistake) {
    return new FailureAnalysis(
        String.join(System.lineSeparator(), mistake.sentences()),
        "Put the file of sites right and start publish again.",
        mistake);
  }
}
