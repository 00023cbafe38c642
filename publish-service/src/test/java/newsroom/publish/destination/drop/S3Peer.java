package newsroom.publish.destination.drop;

import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// An S3 on loopback; its buckets are folders.
final class S3Peer implements Peer {

  private final S3Proxy server;

  S3Peer(Path disk, int port) throws Exception {
    server =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(disk.toString()))
            .awsAuthentication(AuthenticationType.AWS_V4, "newsroom", "hush")
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .stopTimeout(0)
            .build();
    server.start();
  }

  @Override
  public String address() {
    return "s3://out/";
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
