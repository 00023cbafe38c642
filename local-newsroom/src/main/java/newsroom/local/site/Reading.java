package newsroom.local.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import newsroom.local.site.SiteFiles.Found;

/// One reader's request.
record Reading(SiteFiles files) implements HttpHandler {

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var method = exchange.getRequestMethod();
      if (!"GET".equals(method) && !"HEAD".equals(method)) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      answer(exchange);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      switch (files.find(exchange.getRequestURI().getPath())) {
        case Found.Page(int status, var file) -> show(exchange, status, StoredFile.open(file));
        case Found.Elsewhere(var path) -> move(exchange, path);
        case Found.Nothing(int status) -> plain(exchange, status);
      }
    } catch (NoSuchFileException e) {
      // taken away between the look and the read
      plain(exchange, 404);
    }
  }

  private static void show(HttpExchange exchange, int status, StoredFile file) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("ETag", file.etag());
    headers.set("Last-Modified", file.lastModified());
    headers.set("Cache-Control", "no-cache");
    if (status == 200 && file.isKnown(exchange.getRequestHeaders())) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    headers.set("Content-Type", ContentTypes.of(file.path()));
    send(exchange, status, Files.readAllBytes(file.path()));
  }

  private static void move(HttpExchange exchange, String path) throws IOException {
    var query = exchange.getRequestURI().getRawQuery();
    var escaped = exchange.getRequestURI().getRawPath() + path.substring(path.length() - 1);
    exchange.getResponseHeaders().set("Location", query == null ? escaped : escaped + "?" + query);
    exchange.sendResponseHeaders(301, -1);
  }

  private static void plain(HttpExchange exchange, int status) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    var words = status == 410 ? "This story has been taken down.\n" : "There is no such page.\n";
    send(exchange, status, words.getBytes(UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    if ("HEAD".equals(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
