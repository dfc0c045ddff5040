// SPDX-License-Identifier: Apache-2.0
// The only file that sees librsvg and cairo. They are loaded at the first picture: linked, they and
// what they bring would add 6 ms to every start of the program
// (docs/decisions/0009-every-chart.md).
#include <dlfcn.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <memory>
#include <stdexcept>

#include "foundation/drawing/file.h"

namespace alongside::drawing {
namespace {

constexpr double picture_points_max = 32'000;

/// Never closed: the libraries keep state of their own for as long as the program runs.
void* library() {
  static void* const opened = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (opened == nullptr)
    throw std::runtime_error("librsvg2-2 is not installed; it draws PNG: apt install librsvg2-2");
  return opened;
}

template <class Function>
Function* function(const char* name) {
  void* const found = dlsym(library(), name);
  if (found == nullptr) throw std::runtime_error("This librsvg is too old to draw PNG.");
  return reinterpret_cast<Function*>(found);
}
#define ALONGSIDE_LOADED(name) function<decltype(name)>(#name)

cairo_status_t keep(void* where, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(where)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

template <class Thing>
auto owned(Thing* thing, void (*release)(Thing*)) {
  return std::unique_ptr<Thing, void (*)(Thing*)>(thing, release);
}

void release_handle(RsvgHandle* handle) { ALONGSIDE_LOADED(g_object_unref)(handle); }

}  // namespace

std::string as_png(std::string_view svg_file, double scale) {
  GError* error = nullptr;
  const auto* bytes = reinterpret_cast<const guint8*>(svg_file.data());
  const auto handle = owned(
      ALONGSIDE_LOADED(rsvg_handle_new_from_data)(bytes, svg_file.size(), &error), release_handle);
  double width = 0;
  double height = 0;
  if (!handle || ALONGSIDE_LOADED(rsvg_handle_get_intrinsic_size_in_pixels)(handle.get(), &width,
                                                                            &height) == 0)
    throw std::runtime_error("This drawing cannot be made a picture.");
  width = std::ceil(width * scale);
  height = std::ceil(height * scale);
  if (!(width >= 1 && height >= 1 && width <= picture_points_max && height <= picture_points_max))
    throw std::runtime_error("The picture would be too large.");
  const auto surface =
      owned(ALONGSIDE_LOADED(cairo_image_surface_create)(
                CAIRO_FORMAT_ARGB32, static_cast<int>(width), static_cast<int>(height)),
            ALONGSIDE_LOADED(cairo_surface_destroy));
  const auto pen =
      owned(ALONGSIDE_LOADED(cairo_create)(surface.get()), ALONGSIDE_LOADED(cairo_destroy));
  const RsvgRectangle all{0, 0, width, height};
  std::string png;
  if (ALONGSIDE_LOADED(rsvg_handle_render_document)(handle.get(), pen.get(), &all, &error) == 0 ||
      ALONGSIDE_LOADED(cairo_surface_write_to_png_stream)(surface.get(), keep, &png) !=
          CAIRO_STATUS_SUCCESS)
    throw std::runtime_error("This drawing cannot be made a picture.");
  return png;
}

}  // namespace alongside::drawing
