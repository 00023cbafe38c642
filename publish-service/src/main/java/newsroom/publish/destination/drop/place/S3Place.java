package newsroom.publish.destination.drop.place;

import java.io.IOException;
import java.time.Duration;
import newsroom.publish.destination.outbound.Trust;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/// A bucket of S3.
record S3Place(Bucket bucket, Trust trust) implements Place {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(15);
  // one object, a large picture on a slow line too
  private static final Duration CALL = Duration.ofSeconds(45);

  @Override
  public Visit open() throws IOException {
    var client = client();
    try {
      var any = bucket.prefix() + "-";
      var url = client.utilities().getUrl(it -> it.bucket(bucket.name()).key(any));
      bucket.guard().resolve(url.getHost());
      return new S3Visit(client, bucket);
    } catch (IOException | RuntimeException e) {
      client.close();
      throw e;
    }
  }

  /// Nothing of the account that this program runs under is used: no keys, no configuration. What
  /// fails is tried again by the ledger, not here. Checksums beyond the signature's own are what
  /// stores other than Amazon's stumble over.
  private S3Client client() throws IOException {
    var managers = trust.managers();
    var login = bucket.login();
    var keys = AwsBasicCredentials.create(login.user(), login.password());
    var http =
        Apache5HttpClient.builder()
            .dnsResolver(bucket.guard())
            .tlsTrustManagersProvider(() -> managers)
            .connectionTimeout(CONNECT)
            .socketTimeout(SILENCE)
            .maxConnections(2)
            .useIdleConnectionReaper(false)
            .proxyConfiguration(
                ProxyConfiguration.builder()
                    .useSystemPropertyValues(false)
                    .useEnvironmentVariableValues(false)
                    .build());
    var client =
        S3Client.builder()
            .credentialsProvider(StaticCredentialsProvider.create(keys))
            .region(Region.of(bucket.region()))
            .forcePathStyle(bucket.pathStyle())
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(it -> it.chunkedEncodingEnabled(false))
            .overrideConfiguration(
                it ->
                    it.apiCallTimeout(CALL)
                        .retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .defaultProfileFile(ProfileFile.aggregator().build()))
            .httpClientBuilder(http);
    if (bucket.endpoint() != null) {
      client.endpointOverride(bucket.endpoint());
    }
    return client.build();
  }

  @Override
  public String toString() {
    return bucket.toString();
  }
}
