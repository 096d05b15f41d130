package ca.edsquebec.trackingbms.web.account;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as an SVG path.
 *
 * @param size squares on each side, with the margin that readers need
 * @param path one square of side 1 for each dark one
 */
public record QrDrawing(int size, String path) {

  private static final int MARGIN = 4;

  static QrDrawing of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + MARGIN).append(' ').append(y + MARGIN).append("h1v1h-1z");
        }
      }
    }
    return new QrDrawing(code.size + 2 * MARGIN, path.toString());
  }
}
