package newsroom.enrichment.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/// The sentence model all-MiniLM-L6-v2 in its quantised form, as a Maven package ships it.
final class MiniLm implements Model {

  private static final String FILE = "/all-minilm-l6-v2-q";

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final WordPieces pieces;

  private MiniLm() throws IOException, OrtException {
    try (var model = open(".onnx");
        var tokenizer = open("-tokenizer.json");
        var options = new OrtSession.SessionOptions()) {
      // one thread for one headline: several headlines are read side by side
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = environment.createSession(model.readAllBytes(), options);
      pieces = WordPieces.of(tokenizer);
    }
  }

  static Model load() {
    try {
      return new MiniLm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream open(String part) throws IOException {
    var stream = MiniLm.class.getResourceAsStream(FILE + part);
    if (stream == null) {
      throw new IOException(FILE + part + " is not on the class path");
    }
    return stream;
  }

  @Override
  public String name() {
    return "all-minilm-l6-v2-q";
  }

  @Override
  public float[] read(String text) {
    var ids = pieces.of(text);
    var all = new long[ids.length];
    Arrays.fill(all, 1);
    try (var words = tensor(ids);
        var mask = tensor(all);
        var types = tensor(new long[ids.length]);
        var answer =
            session.run(
                Map.of("input_ids", words, "attention_mask", mask, "token_type_ids", types))) {
      return mean(((float[][][]) answer.get(0).getValue())[0]);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private OnnxTensor tensor(long[] numbers) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
  }

  /// The model says something on each piece; their mean is what the text means.
  private static float[] mean(float[][] pieces) {
    var mean = new float[pieces[0].length];
    for (var piece : pieces) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += piece[i] / pieces.length;
      }
    }
    return mean;
  }
}
