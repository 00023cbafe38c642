package newsroom.enrichment.embedding;

import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;

/// What a headline means, one byte for each of a model's numbers.
public final class Embedding {

  private final byte[] numbers;

  private Embedding(byte[] numbers) {
    this.numbers = numbers;
  }

  static Embedding of(float[] exact) {
    float greatest = Float.MIN_NORMAL;
    for (float number : exact) {
      greatest = Math.max(greatest, Math.abs(number));
    }
    var numbers = new byte[exact.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (byte) Math.round(exact[i] / greatest * Byte.MAX_VALUE);
    }
    return new Embedding(numbers);
  }

  public BytesRef toBytes() {
    return new BytesRef(numbers);
  }

  /// How alike in meaning the headline is whose embedding is in these bytes: the cosine.
  public double likeness(BytesRef other) {
    return VectorUtil.cosine(numbers, BytesRef.deepCopyOf(other).bytes);
  }
}
