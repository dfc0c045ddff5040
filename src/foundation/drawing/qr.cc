// SPDX-License-Identifier: Apache-2.0
// The squares come from libqrencode; the drawing is ours.
#include "foundation/drawing/qr.h"

#include <qrencode.h>

#include <memory>
#include <string>

#include "foundation/base/expect.h"

namespace alongside::drawing {
namespace {

struct Freed {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

/// The standard asks for four squares of quiet around it.
constexpr int quiet = 4;

}  // namespace

Drawing qr_code(std::string_view text, std::string_view title) {
  expect(text.size() <= 300, "a QR code of at most 300 bytes");
  const std::string whole(text);
  const std::unique_ptr<QRcode, Freed> code(
      QRcode_encodeString8bit(whole.c_str(), 0, QR_ECLEVEL_M));
  expect(code != nullptr, "a QR code fits");
  std::string path;
  for (int y = 0; y < code->width; ++y)
    for (int x = 0; x < code->width; ++x)
      if ((code->data[y * code->width + x] & 1) != 0)
        path += "M" + std::to_string(x + quiet) + " " + std::to_string(y + quiet) + "h1v1h-1z";
  const std::string side = std::to_string(code->width + 2 * quiet);
  std::string markup = "<svg class=\"qr\" viewBox=\"0 0 " + side + " " + side +
                       "\" role=\"img\" shape-rendering=\"crispEdges\"><title>" + escaped(title) +
                       "</title><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "H0z\"/>" +
                       "<path fill=\"#000\" d=\"" + path + "\"/></svg>";
  return {std::move(markup)};
}

}  // namespace alongside::drawing
